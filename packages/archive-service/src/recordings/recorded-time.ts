/** Shows and their recordings are of this century; what is said of them is no more than what somebody wrote. */
const EARLIEST = Date.UTC(2000);
const LATEST = Date.UTC(2100);

/** A point in time that a file, a notification or a request names; `undefined` for what cannot be one. */
export function recordedTime(text: string | undefined): Date | undefined {
  const time = Date.parse(text ?? '');
  return isRecordedTime(time) ? new Date(time) : undefined;
}

/** The same for epoch ms. */
export const isRecordedTime = (time: number): boolean => time >= EARLIEST && time < LATEST;

/** IVS ends a broadcast after 48 hours; what is longer than this is no length of a recording. */
const LONGEST = 31 * 86_400_000;

/** Milliseconds that a recording lasts, as a file or a notification says; `undefined` for what cannot be. */
export function recordedDuration(milliseconds: number): number | undefined {
  return milliseconds > 0 && milliseconds <= LONGEST ? milliseconds : undefined;
}
