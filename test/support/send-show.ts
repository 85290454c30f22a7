import type { Highlight } from './script.ts';
import type { Show } from './show.ts';
import type { System } from './system.ts';
import { until } from './until.ts';

/** Pictures between two highlights: two seconds, and a little so that they fall everywhere within segments. */
const STEP = 63;

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
    const answer = (await system.admin.request(
      'POST',
      `/v1/admin/events/${show.eventId}/highlight`,
      state,
    )) as {
      n: number;
      inBand: string;
    };
    if (answer.inBand !== 'sent') throw new Error(`highlight ${answer.n} was not sent but ${answer.inBand}`);
    sent.push({ n: answer.n, state });
  }
  return until('every highlight stands in the stream', () => {
    const places = sent.map(({ n }) => firstPicture(system, show, n));
    if (places.includes(undefined)) return undefined;
    return sent.map(({ state }, index) => ({ ...state, picture: places[index] ?? 0 }));
  });
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
