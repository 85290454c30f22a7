/** Ticks a second of MPEG-TS time stamps. */
export const TICKS_PER_SECOND = 90_000;
/** Time stamps have 33 bits: they begin again after 26.5 hours. */
const WRAP = 2 ** 33;

/** The moment that a 33-bit time stamp means, as the one nearest to a moment that is known. */
export function nearest(pts: number, known: number): number {
  return pts + Math.round((known - pts) / WRAP) * WRAP;
}
