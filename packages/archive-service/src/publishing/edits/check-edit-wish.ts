import { ServiceError } from '../../errors.ts';
import type { EditWish } from './edit-wish.ts';

/**
 * Refuses what cannot be meant.
 * @param duration - of the uncut replay, in seconds
 * @throws ServiceError `EDIT_INVALID`, naming the field, its value and what would be right
 */
export function checkEditWish(wish: EditWish, duration: number): void {
  const { start = 0, end = duration, cuts = [], poster, cues = [] } = wish;
  const inReplay = (name: string, time: number): void => {
    if (time < 0 || time > duration)
      throw refuse(name, time, `from 0 to ${String(duration)}, in seconds of the uncut replay`);
  };
  inReplay('start', start);
  inReplay('end', end);
  if (start >= end) throw refuse('end', end, `greater than start, which is ${String(start)}`);
  for (const [index, { from, to }] of cuts.entries()) {
    const name = `cuts[${String(index)}]`;
    inReplay(`${name}.from`, from);
    inReplay(`${name}.to`, to);
    if (from >= to) throw refuse(`${name}.to`, to, `greater than its from, which is ${String(from)}`);
  }
  if (poster !== undefined) inReplay('poster', poster);
  const seen = new Set<number>();
  for (const [index, { n, time }] of cues.entries()) {
    const name = `cues[${String(index)}]`;
    inReplay(`${name}.time`, time);
    if (seen.has(n)) throw refuse(`${name}.n`, n, 'the number of a cue that is not corrected already');
    seen.add(n);
  }
}

const refuse = (field: string, value: number, right: string): ServiceError =>
  new ServiceError('EDIT_INVALID', `${field}: should be ${right}, not ${String(value)}.`);
