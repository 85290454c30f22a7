import { PUBLICATION_STEPS } from '@vitrine/archive-service';
import type { Random } from '../support/random.ts';

/** When a life of the service ends: by what it does, counted from its start, or by the clock. */
export type Moment =
  | { readonly by: 'step'; readonly step: string }
  | { readonly by: 'store' | 'database'; readonly call: number; readonly when: 'before' | 'after' }
  | { readonly by: 'time'; readonly ms: number };

/** How much an undisturbed life does, so that moments fall everywhere in it. */
export interface Extent {
  readonly store: number;
  readonly database: number;
  readonly ms: number;
}

/** What a publication tells of as done: its steps, and the first of the pointers. */
export const CHECKPOINTS: readonly [string, ...string[]] = [
  'read-playlists',
  ...PUBLICATION_STEPS.slice(1, -1),
  'move-pointer:id',
  'move-pointer',
];

export function randomMoment(random: Random, extent: Extent): Moment {
  const kinds: [Moment['by'], ...Moment['by'][]] = ['time', 'store', 'step', 'time', 'store'];
  // Where a server counts its own statements, the clock has to do.
  if (extent.database > 0) kinds.push('database', 'database');
  const by = random.pick(kinds);
  if (by === 'step') return { by, step: random.pick(CHECKPOINTS) };
  if (by === 'time') return { by, ms: random.below(extent.ms) };
  return {
    by,
    call: 1 + random.below(extent[by]),
    when: random.pick<'before' | 'after'>(['before', 'after']),
  };
}

export function describeMoment(moment: Moment): string {
  switch (moment.by) {
    case 'step':
      return `after ${moment.step}`;
    case 'time':
      return `at ${String(moment.ms)} ms`;
    default:
      return `${moment.when} ${moment.by} call ${String(moment.call)}`;
  }
}
