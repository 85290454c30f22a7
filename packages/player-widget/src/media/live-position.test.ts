import { expect } from '@open-wc/testing';
import { LiveFakeEngine } from '../test/live-engine.ts';
import { LivePosition } from './live-position.ts';

describe('LivePosition', () => {
  let life: AbortController;
  let engine: LiveFakeEngine;
  let position: LivePosition;
  let changes: boolean[];
  beforeEach(async () => {
    life = new AbortController();
    engine = await LiveFakeEngine.playing();
    position = new LivePosition(engine, life);
    changes = [];
    position.addEventListener('change', () => changes.push(position.isAtLive));
  });
  afterEach(() => {
    life.abort();
    engine.pause();
  });

  it('is at live from the beginning, and stays so when the stream runs ahead', () => {
    engine.end += 20;
    engine.tell('timeupdate');
    engine.tell('playing');
    expect(position.isAtLive).to.equal(true);
    expect(changes).to.deep.equal([]);
  });

  it('leaves live by a seek back, and is there again by one to the edge', async () => {
    await engine.goTo(80);
    expect(position.isAtLive).to.equal(false);
    await engine.goTo(93);
    expect(changes).to.deep.equal([false, true]);
  });

  it('leaves live by a seek back of which the engine tells only after it is done', async () => {
    engine.tell('seeking');
    engine.tell('seeked');
    engine.tell('timeupdate');
    expect(position.isAtLive).to.equal(true);
    engine.arriveAt(80);
    expect(changes).to.deep.equal([false]);
  });

  it('leaves live by a seek back for which the engine lets go of all that it had', async () => {
    const { end } = engine;
    engine.end = NaN;
    await engine.goTo(80);
    expect(position.isAtLive).to.equal(false);
    engine.tell('timeupdate');
    engine.end = end;
    engine.tell('timeupdate');
    expect(changes).to.deep.equal([false]);
  });

  it('leaves live by a pause, and goes on where it is', async () => {
    engine.pause();
    expect(position.isAtLive).to.equal(false);
    engine.end += 10;
    await engine.play();
    expect(position.isAtLive).to.equal(false);
    engine.pause();
    engine.end -= 10;
    await engine.play();
    expect(position.isAtLive).to.equal(true);
  });

  it('goes to live, also from a pause', async () => {
    await engine.goTo(75);
    engine.pause();
    const played = new Promise((resolve) => engine.addEventListener('playing', resolve, { once: true }));
    position.goLive();
    await played;
    expect(engine.currentTime).to.be.within(95.9, 96.5);
    expect(position.isAtLive).to.equal(true);
    engine.tell('seeked');
    expect(changes).to.deep.equal([false, true]);
  });

  it('is silent once its signal has aborted', async () => {
    life.abort();
    await engine.goTo(80);
    expect(changes).to.deep.equal([]);
  });
});
