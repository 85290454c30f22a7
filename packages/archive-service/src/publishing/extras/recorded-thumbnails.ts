import type { OpenRecording } from '../../recordings/open-recording.ts';
import { recordingThumbnails } from '../../recordings/recording-thumbnails.ts';

/** The numbers of a recording's thumbnails, in order. */
export interface RecordedThumbnails {
  readonly numbers: readonly number[];
  keyOf(number: number): string;
}

/** IVS's have some ten to some hundred kilobytes. What is larger is no thumbnail. */
const MAX_BYTES = 4 * 1024 * 1024;
const NAME = /^thumb(0|[1-9]\d{0,6})\.jpg$/;

/**
 * What the store has of the recording's thumbnails; none where it was made without. Of the list, which the store gives a thousand names at a time, only the numbers are kept.
 *
 * @param duration - of the recording, in seconds: IVS takes no more than one thumbnail a second, so that a higher number is none of its own
 */
export async function recordedThumbnails(
  recording: OpenRecording,
  duration: number,
  signal: AbortSignal,
): Promise<RecordedThumbnails> {
  const prefix = recordingThumbnails(recording)?.prefix ?? '';
  const numbers: number[] = [];
  const keyOf = (number: number): string => `${prefix}thumb${String(number)}.jpg`;
  if (prefix === '') return { numbers, keyOf };
  for await (const { key, size } of recording.store.list(`${prefix}thumb`, { signal })) {
    const number = Number(NAME.exec(key.slice(prefix.length))?.[1] ?? NaN);
    if (number < duration + 1 && size > 0 && size <= MAX_BYTES) numbers.push(number);
  }
  return { numbers: numbers.sort((a, b) => a - b), keyOf };
}
