import type { ClockEntry } from '@vitrine/product-cues';
import { relativeUrl } from '../archive-layout.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import { toSeconds } from '../media/archive-seconds.ts';
import { keyframeRanges } from '../media/keyframe-ranges.ts';
import type { MediaTime } from '../media/media-time.ts';
import { mediaPlaylist, multivariantPlaylist } from '../media/playlist-text.ts';
import type { PlaylistEntry, Variant } from '../media/playlist-text.ts';
import { TICKS_PER_SECOND } from '../media/pts.ts';
import type { PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';
import type { PlannedRendition } from './plan-archive.ts';

/** Some players begin with the rendition that is listed first: one that most connections carry at once. */
const FIRST_MAX_BANDWIDTH = 2_500_000;

export interface PlacedRendition extends PlannedRendition {
  readonly mediaTime: MediaTime;
}

export interface PlaylistTimes {
  readonly clock: readonly ClockEntry[];
  /** Ticks of the archive's timeline. */
  readonly end: number;
}

/** Writes a playlist of keyframe ranges for each rendition, and the multivariant one. */
export async function writePlaylists(
  renditions: readonly PlacedRendition[],
  times: PlaylistTimes,
  layout: ArchiveLayout,
  { store, signal }: PublicationPorts,
): Promise<void> {
  const variants: Variant[] = [];
  for (const placed of renditions) {
    const key = layout.playlist(placed.name);
    const entries = entriesOf(placed, times.clock, key);
    await writeText(store, key, mediaPlaylist(entries, toSeconds(times.end)), signal);
    variants.push(variantOf(placed, relativeUrl(layout.multivariant, key)));
  }
  await writeText(store, layout.multivariant, multivariantPlaylist(inOrder(variants)), signal);
}

function entriesOf(
  placed: PlacedRendition,
  clock: readonly ClockEntry[],
  playlistKey: string,
): readonly PlaylistEntry[] {
  const { segments, scans, mediaTime } = placed;
  let lastRun = -1;
  return segments.flatMap((segment, index) => {
    const scan = scans.at(index);
    const place = mediaTime.segments[index];
    if (!scan || !place) return [];
    const ranges = keyframeRanges(scan, segment.ownRanges);
    return ranges.map((range) => {
      const opensRun = place.run !== lastRun;
      lastRun = place.run;
      const start = toSeconds(opensRun ? (mediaTime.runs[place.run]?.start ?? 0) : range.start + place.shift);
      return {
        uri: relativeUrl(playlistKey, segment.target),
        range: ranges.length > 1 ? range : undefined,
        start,
        discontinuity: opensRun && place.run > 0,
        programTime: opensRun ? clock.find(({ time }) => time === start)?.programTime : undefined,
      };
    });
  });
}

function variantOf({ source, scans }: PlacedRendition, uri: string): Variant {
  const { variant, width, height } = source;
  const busiest = [...scans].reduce(
    // A file with one picture and no sound has no length that one could know.
    (most, scan) => Math.max(most, (scan.bytes * 8 * TICKS_PER_SECOND) / Math.max(scan.end - scan.start, 1)),
    1,
  );
  return {
    uri,
    bandwidth: variant?.bandwidth ?? busiest,
    codecs: variant?.codecs,
    width,
    height,
    frameRate: variant?.frameRate,
  };
}

function inOrder(variants: readonly Variant[]): readonly Variant[] {
  const sorted = [...variants].sort((a, b) => b.bandwidth - a.bandwidth);
  const first = sorted.find(({ bandwidth }) => bandwidth <= FIRST_MAX_BANDWIDTH) ?? sorted.at(-1);
  return first ? [first, ...sorted.filter((variant) => variant !== first)] : [];
}
