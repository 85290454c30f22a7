import { PlayerError } from '../../media/player-error.ts';
import { isComplete, type PlayerAttributes } from './attributes.ts';

const URL_WANTED = 'an http or https URL';

/** What would be right, for every attribute that can be wrong. */
const RIGHT: Readonly<Record<string, string>> = {
  service: URL_WANTED,
  cdn: URL_WANTED,
  src: URL_WANTED,
  timeline: URL_WANTED,
  catalogue: URL_WANTED,
  poster: URL_WANTED,
  'ivs-assets': URL_WANTED,
  'event-id': 'the id or slug of an event',
  'stream-type': '"live" or "on-demand"',
  preload: '"none", "metadata" or "auto"',
  'start-time': 'a number of seconds from 0 up, such as 12.5',
};

/** Longest part of a value that a message repeats. */
const LONGEST_VALUE = 200;

/** A sentence for a developer about each attribute that cannot be used, and about what is missing. */
export function attributeProblems(element: Element, attributes: PlayerAttributes): readonly PlayerError[] {
  const problems = attributes.refused.map((name) => {
    const value = element.getAttribute(name)?.slice(0, LONGEST_VALUE);
    return `${name}="${value}" should be ${RIGHT[name]}.`;
  });
  if (!isComplete(attributes)) {
    const { service, cdn } = attributes;
    problems.push(
      service || cdn
        ? 'event-id is missing: it should be the id or slug of an event.'
        : 'There is nothing to play: service and event-id, or src, should say what.',
    );
  }
  return problems.map((problem) => new PlayerError('ATTRIBUTE_INVALID', problem));
}
