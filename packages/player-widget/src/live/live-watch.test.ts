import { expect } from '@open-wc/testing';
import type { ClockEntry, EventStatus, LiveEvent } from '@vitrine/product-cues';
import { createCueIntake } from '../cues/cue-intake.ts';
import { LiveWatch } from './live-watch.ts';
import { PlayerError } from '../media/player-error.ts';
import { createPlayerStore, INITIAL_STATE, type PlayerStore } from '../store/player-store.ts';
import { FakeEngine } from '../test/fake-engine.ts';
import { event } from '../test/fixtures.ts';
import { answer, SERVICE } from '../test/mock-requests.ts';
import { waitUntil } from '../test/wait-until.ts';

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

interface Opened {
  readonly engine: FakeEngine;
  /** What it has learnt of its clock. */
  readonly clock: ClockEntry[];
}

const LIVE = { vitrine: 1, status: 'live', cue: null, programTime: null, updatedAt: '2026-03-05T08:00:00Z' };

async function says(status: EventStatus): Promise<void> {
  await answer({ [LIVE_STATE]: { ...LIVE, status } });
}

/** With a source that is open, somebody is watching what there is of it. */
async function watching(
  reload: () => Promise<LiveEvent> = async () => ARCHIVED,
  { isOpen = false } = {},
): Promise<Watched> {
  const store = createPlayerStore();
  const engine = new FakeEngine({ [STREAM]: { duration: Infinity } });
  await engine.load({ type: 'live', url: STREAM });
  store.update({ engine, wanted: true });
  const moved: LiveEvent[] = [];
  const ends = { count: 0 };
  const life = new AbortController();
  const intake = createCueIntake({ engine, signal: life.signal, onState: () => undefined });
  const source = { engine, intake, underWay: Promise.resolve() };
  const watch = new LiveWatch({
    store,
    source: () => (isOpen ? source : undefined),
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
    await waitUntil(() => ends.count > 0, 'the end');
    engine.tell('ended');
    expect(ends.count).to.equal(1);
    expect(store.state.stopped).to.equal('ended');
    expect(moved).to.deep.equal([]);
    await says('archived');
    await waitUntil(() => moved.length > 0, 'the archive');
    expect(moved).to.deep.equal([ARCHIVED]);
    life.abort();
  });

  it('offers the replay to who still watches, and moves on by itself only when that is over', async () => {
    await says('archived');
    const { engine, moved, store, life } = await watching(undefined, { isOpen: true });
    await waitUntil(() => store.state.replay, 'the offer');
    expect(moved).to.deep.equal([]);
    engine.tell('ended');
    expect(moved).to.deep.equal([ARCHIVED]);
    life.abort();
  });

  it('takes a failure for the end once the event is over, and only then', async () => {
    await says('live');
    const { engine, ends, store, life } = await watching(async () => ON_AIR);
    const failure = new PlayerError('NETWORK');
    store.update({ error: failure });
    engine.fail(failure);
    expect(ends.count).to.equal(0);
    await says('ended');
    await waitUntil(() => ends.count === 1, 'the end');
    expect(store.state.error).to.equal(undefined);
    life.abort();
  });

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
      await waitUntil(() => asked.includes(STREAM), 'a look');
      expect(moved).to.deep.equal([]);
      await answer({ [LIVE_STATE]: LIVE, [STREAM]: '#EXTM3U' });
      await waitUntil(() => moved.length > 0, 'the stream');
      expect(moved).to.deep.equal([ON_AIR]);
      expect(ends.count).to.equal(0);
      expect(store.state.stopped, 'until there is a picture').to.equal('interrupted');
      life.abort();
    });
  }

  it('looks for the stream when the network fails somebody who was watching', async () => {
    await answer({ [LIVE_STATE]: LIVE, [STREAM]: '#EXTM3U' });
    const { moved, store, life } = await watching(async () => ON_AIR);
    store.update({ hasPicture: true });
    store.update({ error: new PlayerError('NETWORK') });
    expect(store.state.stopped).to.equal('interrupted');
    await waitUntil(() => moved.length > 0, 'the stream');
    life.abort();
  });

  it('goes on when a show that had ended is back on air', async () => {
    await says('ended');
    const { engine, moved, ends, life } = await watching(async () => ON_AIR);
    engine.tell('ended');
    await waitUntil(() => ends.count === 1, 'the end');
    await says('live');
    await waitUntil(() => moved.length > 0, 'the stream');
    expect(moved).to.deep.equal([ON_AIR]);
    life.abort();
  });

  it('starts as soon as there is something to play, though the event is read too early', async () => {
    await answer({ [LIVE_STATE]: LIVE });
    const events: LiveEvent[] = [event({ status: 'scheduled', playback: null }), ON_AIR];
    const { watch, moved, life } = await watching(async () => events.shift() ?? ON_AIR);
    watch.follow(event({ status: 'scheduled', playback: null, liveStateUrl: LIVE_STATE }));
    await waitUntil(() => moved.length > 0, 'the stream');
    expect(moved).to.deep.equal([ON_AIR]);
    expect(events).to.deep.equal([]);
    life.abort();
  });

  it('says that an interrupted stream has ended when the event has', async () => {
    await answer({ [LIVE_STATE]: LIVE, [STREAM]: 404 });
    const { engine, ends, store, life } = await watching(async () => ON_AIR);
    engine.tell('ended');
    expect(ends.count).to.equal(0);
    await answer({ [LIVE_STATE]: { ...LIVE, status: 'ended' }, [STREAM]: 404 });
    await waitUntil(() => ends.count === 1, 'the end');
    expect(store.state.stopped).to.equal('ended');
    life.abort();
  });

  /** An interrupted stream that is open again, as the player opens it: everything from the beginning. */
  async function openedAgain({ wanted = true } = {}): Promise<Pick<Watched, 'store' | 'life'> & Opened> {
    await answer({ [LIVE_STATE]: LIVE, [STREAM]: '#EXTM3U' });
    const clock: ClockEntry[] = [];
    const engine = new FakeEngine({ [STREAM]: { duration: Infinity, clock } });
    await engine.load({ type: 'live', url: STREAM });
    const store = createPlayerStore();
    store.update({ wanted });
    const life = new AbortController();
    const watch = new LiveWatch({
      store,
      source: () => undefined,
      reload: async () => ON_AIR,
      onEvent: (next) => {
        store.update({ ...INITIAL_STATE, wanted, engine });
        watch.follow(next);
        watch.watchEngine(engine, life.signal);
      },
      onStreamEnded: () => undefined,
      signal: life.signal,
    });
    watch.follow(ON_AIR);
    store.update({ error: new PlayerError('STREAM_OFFLINE') });
    expect(store.state.stopped).to.equal('interrupted');
    await waitUntil(() => store.state.engine, 'the stream');
    return { store, life, engine, clock };
  }

  it('shows the stream again with the picture of which it knows what belongs to it', async () => {
    const { store, engine, clock, life } = await openedAgain();
    expect(store.state.stopped).to.equal('interrupted');
    store.update({ hasPicture: true });
    expect(store.state.stopped, 'a picture alone').to.equal('interrupted');
    clock.push({ time: 0, programTime: 1_772_697_600_000 });
    engine.tell('clockchange');
    expect(store.state.stopped).to.equal(undefined);
    life.abort();
  });

  it('shows it all the same where it never tells its clock', async () => {
    const { store, engine, life } = await openedAgain();
    store.update({ hasPicture: true });
    await engine.play();
    await waitUntil(() => store.state.stopped === undefined, 'the picture');
    expect(engine.currentTime).to.be.within(1, 1.5);
    await engine.destroy();
    life.abort();
  });

  it('leaves it to who has stopped waiting meanwhile', async () => {
    const { store, life } = await openedAgain({ wanted: false });
    await waitUntil(() => store.state.stopped === undefined, 'the play button');
    life.abort();
  });

  it('looks for it again when the network fails before it has a picture', async () => {
    const { store, life } = await openedAgain();
    store.update({ error: new PlayerError('NETWORK'), engine: undefined });
    expect(store.state.stopped).to.equal('interrupted');
    expect(store.state.error).to.equal(undefined);
    await waitUntil(() => store.state.engine, 'the stream');
    life.abort();
  });
});
