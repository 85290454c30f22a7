import { TICKS_PER_SECOND } from './pts.ts';

/**
 * Ticks of the archive's timeline as seconds, cut to the microsecond: the grid on which browsers keep media times, which they also reach by
 * cutting, so that a cue's time never lies behind its own picture. (Of 1.0666…, a player makes 1.066666.)
 */
export function toSeconds(ticks: number): number {
  return Math.floor((ticks * 1_000_000) / TICKS_PER_SECOND) / 1_000_000;
}
