// A process of its own, so that what the pages load does not wait for whoever drives the browser.
import { startNetwork } from './network.ts';
import { startWorld } from './world.ts';

/** What the issue of first frames is measured on: a phone on a fair network. */
const NETWORK = { bitsPerSecond: 10_000_000, roundTrip: 40 };

/** What is asked: forget what came so far, or tell what came before an epoch time. */
export type Question = { readonly ask: 'forget' } | { readonly ask: 'traffic'; readonly until: number };

export interface Began {
  readonly proxyPort: number;
  readonly pages: readonly string[];
  readonly several: readonly string[];
}

export interface TrafficUntil {
  readonly requests: readonly { readonly at: number; readonly line: string }[];
  readonly bytes: number;
}

const [world, network] = await Promise.all([startWorld(), startNetwork(NETWORK)]);
const say = (message: Began | TrafficUntil | 'forgotten'): void => void process.send?.(message);

process.on('message', (question: Question) => {
  if (question.ask === 'forget') {
    network.forget();
    say('forgotten');
    return;
  }
  const { requests, arrivals } = network.traffic;
  say({
    requests: requests.filter(({ at }) => at <= question.until),
    bytes: arrivals.filter(({ at }) => at <= question.until).reduce((sum, { bytes }) => sum + bytes, 0),
  });
});
process.on('disconnect', () => {
  void Promise.all([world.close(), network.close()]).then(() => process.exit());
});
say({ proxyPort: network.port, pages: world.pages, several: world.several });
