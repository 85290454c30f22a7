/** Recordings of IVS are of this century; what a file says is no more than what somebody wrote. */
const EARLIEST = Date.UTC(2000);
const LATEST = Date.UTC(2100);

/** A point in time that a file of a recording names; `undefined` for what cannot be one. */
export function recordedTime(text: string | undefined): Date | undefined {
  const time = Date.parse(text ?? '');
  return time >= EARLIEST && time < LATEST ? new Date(time) : undefined;
}
