import type { Edits, Position } from '../../database/documents.ts';
import { ServiceError } from '../../errors.ts';
import { TICKS_PER_SECOND } from '../media/pts.ts';
import type { PublicationLog } from '../publication.ts';
import { landing, placeCount } from './landing.ts';
import { uncutTimeOf } from './uncut-time.ts';
import type { UncutReplay } from './uncut-replay.ts';

/** Places of the uncut replay, counted through: what is shown from the first to before the second. */
export interface KeptPlaces {
  readonly from: number;
  readonly to: number;
}

/**
 * What is left of the uncut replay. Each end of a cut lands at the place at or before the wish. A wish in a recording that is not in the replay cannot be
 * carried out there: a cut then holds to the end of the recording that is.
 *
 * @throws ServiceError EDIT_INVALID where an edit contradicts itself, or nothing is left
 */
export function carryOutEdits(
  replay: UncutReplay,
  edits: Pick<Edits, 'start' | 'end' | 'cuts'>,
  log: PublicationLog,
): readonly KeptPlaces[] {
  const timeOf = (position: Position | undefined, name: string): number | undefined => {
    const time = position && uncutTimeOf(replay, position);
    if (position && time === undefined)
      log.warn({ edit: name, ...position }, 'an edit speaks of a recording that is not in the replay');
    return time;
  };
  const begin = timeOf(edits.start, 'start');
  const finish = timeOf(edits.end, 'end');
  const all = placeCount(replay);
  let kept: readonly KeptPlaces[] = [
    {
      from: begin === undefined ? 0 : landing(replay, begin),
      to: finish === undefined ? all : landing(replay, finish),
    },
  ];
  for (const [index, { from, to }] of edits.cuts.entries()) {
    const name = `cuts[${String(index)}]`;
    const wished = { from: timeOf(from, `${name}.from`), to: timeOf(to, `${name}.to`) };
    const start = wished.from ?? edgeOf(replay, to.recording, 'start');
    const end = wished.to ?? edgeOf(replay, from.recording, 'end');
    // Neither recording is there: nor is what was to be cut out.
    if (start === undefined || end === undefined) continue;
    if (start > end) throw contradiction(name, start, end);
    kept = without(kept, { from: landing(replay, start), to: landing(replay, end) });
  }
  kept = kept.filter(({ from, to }) => from < to);
  if (kept.length === 0)
    throw new ServiceError(
      'EDIT_INVALID',
      'The edits leave nothing of the replay: start must lie before end, and cuts must not cover everything between them.',
    );
  return kept;
}

function without(kept: readonly KeptPlaces[], cut: KeptPlaces): readonly KeptPlaces[] {
  // Nothing to take out, and no reason to part what belongs together.
  if (cut.from >= cut.to) return kept;
  return kept
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, cut.from) },
      { from: Math.max(from, cut.to), to },
    ])
    .filter(({ from, to }) => from < to);
}

function edgeOf({ recordings, parts }: UncutReplay, id: number, edge: 'start' | 'end'): number | undefined {
  return parts[recordings.findIndex(({ source }) => source.id === id)]?.[edge];
}

function contradiction(name: string, from: number, to: number): ServiceError {
  const seconds = (ticks: number): string => `${(ticks / TICKS_PER_SECOND).toFixed(3)} s`;
  return new ServiceError(
    'EDIT_INVALID',
    `${name}.from is ${seconds(from)} and ${name}.to ${seconds(to)} in the uncut replay: from must not lie behind to`,
  );
}
