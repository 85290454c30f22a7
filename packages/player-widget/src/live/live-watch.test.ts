import { expect, waitUntil } from '@open-wc/testing';
import type { EventStatus, LiveEvent } from '@vitrine/product-cues';
import { LiveWatch } from './live-watch.ts';
import { PlayerError } from '../media/player-error.ts';
import { createPlayerStore, INITIAL_STATE, type PlayerStore } from '../store/player-store.ts';
import { FakeEngine } from '../test/fake-engine.ts';
import { event } from '../test/fixtures.ts';
import { answer, SERVICE } from '../test/mock-requests.ts';

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
  readonly watch: LiveWatch;
}

const LIVE = { vitrine: 1, status: 'live', cue: null, programTime: null, updatedAt: '2026-03-05T08:00:00Z' };

async function says(status: EventStatus): Promise<void> {
  await answer({ [LIVE_STATE]: { ...LIVE, status } });
}

async function watching(reload: () => Promise<LiveEvent> = async () => ARCHIVED): Promise<Watched> {
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
    reload,
    onEvent: (next) => moved.push(next),
    onStreamEnded: () => (ends.count += 1),
    signal: life.signal,
  });
  watch.follow(ON_AIR);
  watch.watchEngine(engine, life.signal);
  return { store, engine, moved, ends, life, watch };
}

describe('LiveWatch', () => {
  it('says once that the stream has ended, and moves on when the archive is there', async () => {
    await says('ended');
    const { engine, moved, ends, store, life } = await watching();
    await waitUntil(() => ends.count === 0 && store.state.stopped === undefined);
    engine.tell('waiting');
    engine.tell('ended');
    await waitUntil(() => ends.count > 0, 'the end', { timeout: 8_000 });
    engine.tell('ended');
    expect(ends.count).to.equal(1);
    expect(store.state.stopped).to.equal('ended');
    expect(moved).to.deep.equal([]);
    await says('archived');
    await waitUntil(() => moved.length > 0, 'the archive', { timeout: 10_000 });
    expect(moved).to.deep.equal([ARCHIVED]);
    life.abort();
  }).timeout(20_000);

  it('takes a failure for the end once the event is over, and only then', async () => {
    await says('live');
    const { engine, ends, store, life } = await watching(async () => ON_AIR);
    const failure = new PlayerError('NETWORK');
    store.update({ error: failure });
    engine.fail(failure);
    expect(ends.count).to.equal(0);
    await says('ended');
    await waitUntil(() => ends.count === 1, 'the end', { timeout: 8_000 });
    expect(store.state.error).to.equal(undefined);
    life.abort();
  }).timeout(12_000);

  for (const [how, interrupt] of [
    ['ends', ({ engine }: Watched) => engine.tell('ended')],
    ['is off air', ({ store }: Watched) => store.update({ error: new PlayerError('STREAM_OFFLINE') })],
  ] as const) {
    it(`waits for a stream that ${how} while the event is on air, and opens it again when it is back`, async () => {
      await says('live');
      await answer({ [LIVE_STATE]: LIVE, [STREAM]: 404 });
      const watched = await watching(async () => ON_AIR);
      const { moved, ends, store, life } = watched;
      interrupt(watched);
      expect(store.state.stopped).to.equal('interrupted');
      expect(store.state.error).to.equal(undefined);
      const { asked } = await answer({ [LIVE_STATE]: LIVE, [STREAM]: 404 });
      await waitUntil(() => asked.includes(STREAM), 'a look', { timeout: 5_000 });
      expect(moved).to.deep.equal([]);
      await answer({ [LIVE_STATE]: LIVE, [STREAM]: '#EXTM3U' });
      await waitUntil(() => moved.length > 0, 'the stream', { timeout: 10_000 });
      expect(moved).to.deep.equal([ON_AIR]);
      expect(ends.count).to.equal(0);
      expect(store.state.stopped, 'until there is a picture').to.equal('interrupted');
      life.abort();
    }).timeout(20_000);
  }

  it('looks for the stream when the network fails somebody who was watching', async () => {
    await answer({ [LIVE_STATE]: LIVE, [STREAM]: '#EXTM3U' });
    const { moved, store, life } = await watching(async () => ON_AIR);
    store.update({ hasPicture: true });
    store.update({ error: new PlayerError('NETWORK') });
    expect(store.state.stopped).to.equal('interrupted');
    await waitUntil(() => moved.length > 0, 'the stream', { timeout: 8_000 });
    life.abort();
  }).timeout(12_000);

  it('goes on when a show that had ended is back on air', async () => {
    await says('ended');
    const { engine, moved, ends, life } = await watching(async () => ON_AIR);
    engine.tell('ended');
    await waitUntil(() => ends.count === 1, 'the end', { timeout: 8_000 });
    await says('live');
    await waitUntil(() => moved.length > 0, 'the stream', { timeout: 10_000 });
    expect(moved).to.deep.equal([ON_AIR]);
    life.abort();
  }).timeout(20_000);

  it('starts as soon as there is something to play, though the event is read too early', async () => {
    await answer({ [LIVE_STATE]: LIVE });
    const events: LiveEvent[] = [event({ status: 'scheduled', playback: null }), ON_AIR];
    const { watch, moved, life } = await watching(async () => events.shift() ?? ON_AIR);
    watch.follow(event({ status: 'scheduled', playback: null, liveStateUrl: LIVE_STATE }));
    await waitUntil(() => moved.length > 0, 'the stream', { timeout: 8_000 });
    expect(moved).to.deep.equal([ON_AIR]);
    expect(events).to.deep.equal([]);
    life.abort();
  }).timeout(12_000);

  it('says that an interrupted stream has ended when the event has', async () => {
    await answer({ [LIVE_STATE]: LIVE, [STREAM]: 404 });
    const { engine, ends, store, life } = await watching(async () => ON_AIR);
    engine.tell('ended');
    expect(ends.count).to.equal(0);
    await answer({ [LIVE_STATE]: { ...LIVE, status: 'ended' }, [STREAM]: 404 });
    await waitUntil(() => ends.count === 1, 'the end', { timeout: 8_000 });
    expect(store.state.stopped).to.equal('ended');
    life.abort();
  }).timeout(12_000);

  it('shows the stream again once it has a picture', async () => {
    await answer({ [LIVE_STATE]: LIVE, [STREAM]: '#EXTM3U' });
    const store = createPlayerStore();
    const life = new AbortController();
    const watch = new LiveWatch({
      store,
      source: () => undefined,
      reload: async () => ON_AIR,
      // As the player does: everything from the beginning.
      onEvent: (next) => {
        store.update(INITIAL_STATE);
        watch.follow(next);
      },
      onStreamEnded: () => undefined,
      signal: life.signal,
    });
    watch.follow(ON_AIR);
    store.update({ error: new PlayerError('STREAM_OFFLINE') });
    expect(store.state.stopped).to.equal('interrupted');
    await waitUntil(() => !store.state.error && store.state.stopped === 'interrupted', 'the break');
    await answer({ [LIVE_STATE]: LIVE, [STREAM]: '#EXTM3U' });
    await waitUntil(
      () => {
        store.update({ hasPicture: true });
        return store.state.stopped === undefined;
      },
      'the picture',
      { timeout: 8_000 },
    );
    life.abort();
  }).timeout(12_000);
});
