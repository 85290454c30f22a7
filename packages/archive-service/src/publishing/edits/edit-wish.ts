import { NO_EDITS, type Edits, type Outline, type Position } from '../../database/documents.ts';
import { ServiceError } from '../../errors.ts';

/** What an editor asks for, in seconds of the uncut replay. */
export interface EditWish {
  readonly start?: number;
  readonly end?: number;
  readonly cuts?: readonly { readonly from: number; readonly to: number }[];
  readonly poster?: number;
  readonly cues?: readonly { readonly n: number; readonly time: number }[];
}

/**
 * A wish as it is kept: each time as a place in a recording, so that it means the same picture when another recording is found.
 * @param wish - that was checked (check-edit-wish.ts)
 */
export function toEdits(wish: EditWish, outline: Outline): Edits {
  const at = (time: number): Position => positionOf(time, outline);
  const { start, end, cuts = [], poster, cues = [] } = wish;
  return {
    ...NO_EDITS,
    ...(start !== undefined && { start: at(start) }),
    ...(end !== undefined && { end: at(end) }),
    cuts: cuts.map(({ from, to }) => ({ from: at(from), to: at(to) })),
    ...(poster !== undefined && { poster: at(poster) }),
    cues: cues.map(({ n, time }) => ({ n, at: at(time) })),
  };
}

/** Edits in the seconds in which an editor thinks. What is in no recording of the replay is left out. */
export function toWish({ start, end, cuts, poster, cues }: Edits, outline: Outline): EditWish {
  const time = (position: Position | undefined): number | undefined => position && timeOf(position, outline);
  const begin = time(start);
  const finish = time(end);
  const picture = time(poster);
  return {
    ...(begin !== undefined && { start: begin }),
    ...(finish !== undefined && { end: finish }),
    cuts: cuts.flatMap((cut) => {
      const [from, to] = [time(cut.from), time(cut.to)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    }),
    ...(picture !== undefined && { poster: picture }),
    cues: cues.flatMap(({ n, at }) => {
      const moved = time(at);
      return moved === undefined ? [] : [{ n, time: moved }];
    }),
  };
}

function positionOf(time: number, { recordings }: Outline): Position {
  // The very end belongs to the last one of which anything is shown.
  const shown = recordings.filter(({ duration }) => duration > 0);
  const part = shown.findLast(({ start }) => start <= time) ?? shown[0];
  if (!part) throw new ServiceError('EDIT_INVALID', 'The replay has no recording that could be edited.');
  return { recording: part.id, time: microseconds(part.from + time - part.start) };
}

function timeOf({ recording, time }: Position, { recordings }: Outline): number | undefined {
  const part = recordings.find(({ id }) => id === recording);
  return part && microseconds(Math.max(0, Math.min(part.duration, time - part.from)) + part.start);
}

/** Sums of seconds have tails that nobody meant. */
const microseconds = (time: number): number => Math.round(time * 1e6) / 1e6;
