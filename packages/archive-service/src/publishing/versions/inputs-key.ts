import { createHash } from 'node:crypto';
import type { Publication } from '../publication.ts';

/** Rises when a release publishes the same differently: then an event that is published again gets a new version. */
const FORMAT = 1;

/** What the media of a version are made of. The catalogue is not part of it: that is in the pointer, which can be moved alone. */
export type MediaInputs = Pick<Publication, 'recordings' | 'edits' | 'highlights' | 'replayOffers'> & {
  readonly event: Pick<Publication['event'], 'cueKey'>;
};

/** The same text for the same inputs, however the database orders the fields of an object. */
export function inputsKey(inputs: MediaInputs): string {
  const { recordings, edits, highlights, replayOffers, event } = inputs;
  const facts = { FORMAT, recordings, edits, highlights, replayOffers, cueKey: event.cueKey };
  return createHash('sha256').update(JSON.stringify(facts, sorted)).digest('hex');
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Why there is a version, in a sentence for an operator. */
export function reasonOf(inputs: MediaInputs, before: MediaInputs | undefined): string {
  if (!before) return 'The first publication.';
  const differs = (part: (one: MediaInputs) => unknown): boolean =>
    JSON.stringify(part(inputs), sorted) !== JSON.stringify(part(before), sorted);
  const added = inputs.recordings.filter(({ id }) => !before.recordings.some((one) => one.id === id)).length;
  const gone = before.recordings.filter(({ id }) => !inputs.recordings.some((one) => one.id === id)).length;
  const reasons = [
    ...(added > 0 ? [`${count(added)} came`] : []),
    ...(gone > 0 ? [`${count(gone)} went`] : []),
    ...(added + gone === 0 && differs(({ recordings }) => recordings)
      ? ['the recordings are in another order']
      : []),
    ...(differs(({ edits }) => edits) ? ['it was edited'] : []),
    ...(differs(({ highlights }) => highlights) ? ['the record of highlights changed'] : []),
    ...(differs(({ replayOffers }) => replayOffers) ? ['offers of the moment were switched on or off'] : []),
    ...(differs(({ event }) => event.cueKey) ? ['the key of its cues changed'] : []),
  ];
  const sentence = reasons.join(', ') || 'it was made anew';
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const count = (recordings: number): string =>
  recordings === 1 ? 'a recording' : `${String(recordings)} recordings`;
