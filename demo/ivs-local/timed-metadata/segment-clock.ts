import { SEGMENT_METADATA, textTag } from './id3-tag.ts';

/**
 * The tag that begins each segment: the time of its first picture in epoch milliseconds (`transc_r`, equal to the
 * segment's PROGRAM-DATE-TIME) and its seconds since the stream began. It carries IVS's clock and is no metadata of
 * the channel's owner.
 */
export function segmentClockTag(programTime: number, streamOffset: number): Uint8Array {
  return textTag(SEGMENT_METADATA, JSON.stringify({ transc_r: programTime, stream_offset: streamOffset }));
}
