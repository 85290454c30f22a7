// A process of its own, so that no packet waits for what serves the pages or for whoever drives the browser.
import { startNetwork } from './network.ts';

/** What the issue of first frames is measured on: a phone on a fair network. */
const NETWORK = { bitsPerSecond: 10_000_000, roundTrip: 40 };

/** What is asked: forget what came so far, or tell what came before an epoch time. */
export type Question = { readonly ask: 'forget' } | { readonly ask: 'traffic'; readonly until: number };

export interface TrafficUntil {
  readonly requests: readonly { readonly at: number; readonly line: string }[];
  readonly bytes: number;
}

const network = await startNetwork(NETWORK);
const say = (message: { readonly port: number } | TrafficUntil | 'forgotten'): void =>
  void process.send?.(message);

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
process.on('disconnect', () => void network.close().then(() => process.exit()));
say({ port: network.port });
