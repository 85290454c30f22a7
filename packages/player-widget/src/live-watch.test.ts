import { expect, waitUntil } from '@open-wc/testing';
import type { EventStatus, LiveEvent } from '@vitrine/product-cues';
import { LiveWatch } from './live-watch.ts';
import { PlayerError } from './media/player-error.ts';
import { createPlayerStore, type PlayerStore } from './store/player-store.ts';
import { FakeEngine } from './test/fake-engine.ts';
import { event } from './test/fixtures.ts';
import { answer, SERVICE } from './test/mock-requests.ts';

const LIVE_STATE = `${SERVICE}/v1/events/spring/live.json`;
const STREAM = 'https://live.example/show.m3u8';
const ON_AIR = event({ status: 'live', playback: { type: 'live', url: STREAM }, liveStateUrl: LIVE_STATE });
const ARCHIVED = event();

interface Watched {
  readonly store: PlayerStore;
  readonly engine: FakeEngine;
  readonly moved: LiveEvent[];
  readonly ends: { count: number };
  readonly life: AbortController;
}

async function says(status: EventStatus): Promise<void> {
  const state = { vitrine: 1, status, cue: null, programTime: null, updatedAt: '2026-03-05T08:00:00Z' };
  await answer({ [LIVE_STATE]: state });
}

async function watching(): Promise<Watched> {
  const store = createPlayerStore();
  const engine = new FakeEngine({ [STREAM]: { duration: Infinity } });
  await engine.load({ type: 'live', url: STREAM });
  store.update({ engine });
  const moved: LiveEvent[] = [];
  const ends = { count: 0 };
  const life = new AbortController();
  const watch = new LiveWatch({
    store,
    source: () => undefined,
    reload: async () => ARCHIVED,
    onEvent: (next) => moved.push(next),
    onStreamEnded: () => (ends.count += 1),
    signal: life.signal,
  });
  watch.follow(ON_AIR);
  watch.watchEngine(engine, life.signal);
  return { store, engine, moved, ends, life };
}

describe('LiveWatch', () => {
  it('says once that the stream has ended, and moves on when the archive is there', async () => {
    await says('live');
    const { engine, moved, ends, store, life } = await watching();
    engine.tell('ended');
    engine.tell('ended');
    expect(ends.count).to.equal(1);
    expect(store.state.streamEnded).to.equal(true);
    expect(moved).to.deep.equal([]);
    await says('archived');
    await waitUntil(() => moved.length > 0, 'the archive', { timeout: 8_000 });
    expect(moved).to.deep.equal([ARCHIVED]);
    life.abort();
  }).timeout(12_000);

  it('takes a failure for the end once the event is over, and only then', async () => {
    await says('live');
    const { engine, ends, store, life } = await watching();
    const failure = new PlayerError('STREAM_OFFLINE');
    store.update({ error: failure });
    engine.fail(failure);
    expect(ends.count).to.equal(0);
    await says('ended');
    await waitUntil(() => ends.count === 1, 'the end', { timeout: 8_000 });
    expect(store.state.error).to.equal(undefined);
    life.abort();
  }).timeout(12_000);
});
