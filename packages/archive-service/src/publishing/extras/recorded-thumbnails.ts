import type { OpenRecording } from '../../recordings/open-recording.ts';
import { recordingThumbnails } from '../../recordings/recording-thumbnails.ts';

/** IVS's have some ten to some hundred kilobytes. What is larger is no thumbnail. */
const MAX_BYTES = 4 * 1024 * 1024;
const NAME = /^thumb(0|[1-9]\d{0,6})\.jpg$/;

/**
 * The numbers of the thumbnails that a recording has in the store, in order; none where it was made without.
 * @param duration - of the recording, in seconds: IVS takes no more than one thumbnail a second, so that a higher number is none of its own
 */
export async function thumbnailNumbers(
  recording: OpenRecording,
  duration: number,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const prefix = recordingThumbnails(recording)?.prefix;
  if (prefix === undefined) return [];
  const numbers: number[] = [];
  // The store gives a thousand names at a time; only their numbers are kept.
  for await (const { key, size } of recording.store.list(`${prefix}thumb`, { signal })) {
    const number = Number(NAME.exec(key.slice(prefix.length))?.[1] ?? NaN);
    if (number < duration + 1 && size > 0 && size <= MAX_BYTES) numbers.push(number);
  }
  return numbers.sort((a, b) => a - b);
}

export function thumbnailKey(recording: OpenRecording, number: number): string {
  return `${recordingThumbnails(recording)?.prefix ?? ''}thumb${String(number)}.jpg`;
}
