import { expect } from '@open-wc/testing';
import type { LiveState } from '@vitrine/product-cues';
import { answer, SERVICE } from '../test/mock-requests.ts';
import { watchLiveState } from './watch-live-state.ts';
import { waitUntil } from '../test/wait-until.ts';

const URL_OF_IT = `${SERVICE}/v1/events/spring/live.json`;
const LIVE = { vitrine: 1, status: 'live', cue: null, programTime: null, updatedAt: '2026-03-05T08:00:00Z' };

describe('watchLiveState', () => {
  let life: AbortController;
  let read: LiveState[];
  beforeEach(() => {
    life = new AbortController();
    read = [];
  });
  afterEach(() => life.abort());

  function watch(): Promise<void> {
    return watchLiveState(URL_OF_IT, { signal: life.signal, onState: (state) => read.push(state) });
  }

  it('reads again and again, until the event is archived', async () => {
    await answer({ [URL_OF_IT]: LIVE });
    const watched = watch();
    await waitUntil(() => read.length === 2, 'two readings');
    const { asked } = await answer({ [URL_OF_IT]: { ...LIVE, status: 'archived' } });
    await watched;
    expect(read.map(({ status }) => status)).to.deep.equal(['live', 'live', 'archived']);
    expect(asked.length).to.equal(1);
  });

  it('goes on after a failure, at once when the network is back', async () => {
    const { asked } = await answer({ [URL_OF_IT]: 503 });
    void watch();
    // By itself it would look less and less often: these would take it more than half a minute.
    await waitUntil(() => {
      dispatchEvent(new Event('online'));
      return asked.length >= 6;
    }, 'the failures');
    await answer({ [URL_OF_IT]: LIVE });
    await waitUntil(() => {
      dispatchEvent(new Event('online'));
      return read.length > 0;
    }, 'a reading');
  });
});
