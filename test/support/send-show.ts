import type { Highlight } from './script.ts';
import type { Show } from './show.ts';
import type { System } from './system.ts';
import { until } from './until.ts';

/** Pictures between two highlights: far more than any may be late, and no divisor of a segment's 60, so that they fall everywhere within one. */
const STEP = 43;

/**
 * Sends highlights through the service's admin route, paced by the stream's own pictures, and answers where the
 * local IVS wrote each: what the overlay is held against.
 */
export async function sendShow(
  system: System,
  show: Show,
  states: readonly Pick<Highlight, 'show' | 'at'>[],
): Promise<readonly Highlight[]> {
  const begin = pictureNow(system, show) + 15;
  const sent: { n: number; state: Pick<Highlight, 'show' | 'at'> }[] = [];
  for (const [index, state] of states.entries()) {
    await until(
      `the show reached picture ${begin + index * STEP}`,
      () => pictureNow(system, show) >= begin + index * STEP,
    );
    sent.push({ n: await sendHighlight(system, show, state), state });
  }
  return until('every highlight stands in the stream', () => {
    const places = sent.map(({ n }) => firstPicture(system, show, n));
    if (places.includes(undefined)) return undefined;
    return sent.map(({ state }, index) => ({ ...state, picture: places[index] ?? 0 }));
  });
}

/** Sends one now, and answers with its `n`. */
export async function sendHighlight(
  system: System,
  show: Show,
  state: Pick<Highlight, 'show' | 'at'>,
): Promise<number> {
  const path = `/v1/admin/events/${show.eventId}/highlight`;
  const { n, inBand } = (await system.admin.request('POST', path, state)) as { n: number; inBand: string };
  if (inBand !== 'sent') throw new Error(`highlight ${n} was not sent but ${inBand}`);
  return n;
}

/** The picture onto which a cue was written, or would have been; `undefined` until its segment is out. */
export function whereSent(system: System, show: Show, n: number): number | undefined {
  const isLost = system.ivs.lost(show.arn).some(({ text }) => (JSON.parse(text) as { n: number }).n === n);
  const [lost, written] = [isLost ? whereLost(system, show, n) : undefined, firstPicture(system, show, n)];
  return Math.min(lost ?? Infinity, written ?? Infinity) === Infinity
    ? undefined
    : Math.min(lost ?? Infinity, written ?? Infinity);
}

/** The picture onto which a cue would have come that a mishap swallowed. */
export function whereLost(system: System, show: Show, n: number): number {
  const lost = system.ivs.lost(show.arn).find(({ text }) => (JSON.parse(text) as { n: number }).n === n);
  if (!lost) throw new Error(`highlight ${n} was not lost`);
  return lost.loop * 2880 + lost.frame;
}

function pictureNow(system: System, show: Show): number {
  const { frame, loop } = system.ivs.position(show.arn);
  return loop * 2880 + frame;
}

/** Where a cue stands first, the same in every rendition; repeats come later. */
function firstPicture(system: System, show: Show, n: number): number | undefined {
  const places = system.ivs
    .journal(show.arn)
    .filter(({ text }) => (JSON.parse(text) as { n: number }).n === n)
    .map(({ frame, loop }) => loop * 2880 + frame);
  return places.length === 0 ? undefined : Math.min(...places);
}
