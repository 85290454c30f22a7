import { expect } from '@open-wc/testing';
import { FakeEngine } from '../test/fake-engine.ts';
import { whenStandingStill } from './when-standing-still.ts';
import { waitUntil } from '../test/wait-until.ts';

const STREAM = 'https://live.example/show.m3u8';
/** Milliseconds. */
const within = 300;

describe('whenStandingStill', () => {
  let engine: FakeEngine;
  let life: AbortController;
  let told: number;

  beforeEach(async () => {
    engine = new FakeEngine({ [STREAM]: { duration: Infinity } });
    life = new AbortController();
    told = 0;
    await engine.load({ type: 'live', url: STREAM });
    whenStandingStill(engine, () => (told += 1), { signal: life.signal, within });
  });
  afterEach(async () => {
    life.abort();
    await engine.destroy();
  });

  /** In the engine's own time, or by the clock where that stands. */
  const later = (milliseconds: number): Promise<void> => {
    const since = performance.now();
    return waitUntil(() => performance.now() - since > milliseconds);
  };

  it('tells once that a stream does not go on, and not of one that plays', async () => {
    await engine.play();
    await later(2 * within);
    expect(told).to.equal(0);
    engine.freeze();
    await waitUntil(() => told > 0);
    await later(2 * within);
    expect(told).to.equal(1);
  });

  it('does not take a page that stood still for a stream that does', async () => {
    await engine.play();
    await waitUntil(() => engine.currentTime > 0.2);
    const since = performance.now();
    while (performance.now() - since < 2 * within);
    const time = engine.currentTime;
    await waitUntil(() => engine.currentTime > time + 0.2);
    expect(told).to.equal(0);
  });

  it('tells it of one that had a single picture', async () => {
    await engine.play();
    engine.freeze();
    engine.tell('picture');
    await waitUntil(() => told > 0);
  });

  it('leaves alone what was paused, what has not begun, and what is closed', async () => {
    await later(2 * within);
    await engine.play();
    await waitUntil(() => engine.currentTime > 0.2);
    engine.pause();
    await later(2 * within);
    expect(told).to.equal(0);
    await engine.play();
    engine.freeze();
    life.abort();
    await later(2 * within);
    expect(told).to.equal(0);
  });
});
