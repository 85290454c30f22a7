import type { Outline, Span } from '../../database/documents.ts';
import { ServiceError } from '../../errors.ts';
import type { EditWish } from './edit-wish.ts';

/** Where the ends of an edit come to lie, and what is left. Seconds of the uncut replay. */
export interface Landed {
  readonly start: number;
  readonly end: number;
  readonly cuts: readonly Span[];
  readonly kept: readonly Span[];
  /** Of what is left. */
  readonly duration: number;
}

/** Seconds by which a wish may miss a place and still mean it: times are rounded on their way to an editor and back. */
const NEAR = 0.001;

export const NOTHING_LEFT =
  'These edits leave nothing of the replay: a cut lands at the keyframe at or before the wish, and all that is left must hold one.';

/** @throws ServiceError `EDIT_INVALID` when nothing is left */
export function landEdits(wish: EditWish, outline: Outline): Landed {
  const landed = layEdits(wish, outline);
  if (landed.kept.length === 0) throw new ServiceError('EDIT_INVALID', NOTHING_LEFT);
  return landed;
}

/** Without encoding anew, a replay can only be cut at a keyframe: at or before the wish. Nothing may be left. */
export function layEdits(wish: EditWish, { duration, keyframes }: Outline): Landed {
  const land = (time: number): number =>
    time >= duration - NEAR ? duration : (keyframes.findLast((place) => place <= time + NEAR) ?? 0);
  const start = land(wish.start ?? 0);
  const end = land(wish.end ?? duration);
  const cuts = (wish.cuts ?? []).map(({ from, to }) => ({ from: land(from), to: land(to) }));
  let kept: readonly Span[] = start < end ? [{ from: start, to: end }] : [];
  for (const cut of cuts) if (cut.from < cut.to) kept = kept.flatMap((span) => without(span, cut));
  const left = kept.reduce((sum, { from, to }) => sum + to - from, 0);
  return { start, end, cuts, kept, duration: Math.round(left * 1e6) / 1e6 };
}

function without({ from, to }: Span, cut: Span): readonly Span[] {
  return [
    { from, to: Math.min(to, cut.from) },
    { from: Math.max(from, cut.to), to },
  ].filter((span) => span.from < span.to);
}
