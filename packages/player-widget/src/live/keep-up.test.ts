import { expect } from '@open-wc/testing';
import { LivePosition } from '../media/live-position.ts';
import { LiveFakeEngine } from '../test/live-engine.ts';
import { keepUp } from './keep-up.ts';

describe('keepUp', () => {
  let life: AbortController;
  let engine: LiveFakeEngine;
  let position: LivePosition;
  let jumps: number;
  beforeEach(async () => {
    life = new AbortController();
    engine = await LiveFakeEngine.playing();
    position = new LivePosition(engine, life);
    jumps = 0;
    position.addEventListener('caughtup', () => (jumps += 1));
    keepUp(engine, position, life);
  });
  afterEach(() => {
    life.abort();
    engine.pause();
  });

  function look(end: number): number {
    engine.end = end;
    engine.tell('timeupdate');
    return engine.playbackRate;
  }

  it('leaves the rate alone near the edge', () => {
    expect(look(100)).to.equal(1);
    expect(look(102.5)).to.equal(1);
  });

  it('plays a little faster when it has fallen behind, until it is well within the edge', () => {
    expect(look(110)).to.equal(1.05);
    expect(look(102.5)).to.equal(1.05);
    expect(look(100)).to.equal(1);
    expect(look(102.5)).to.equal(1);
    expect(jumps).to.equal(0);
  });

  it('jumps where that would take too long, and tells', () => {
    look(120);
    expect(engine.currentTime).to.be.within(115.9, 116.5);
    expect([jumps, engine.playbackRate, position.isAtLive]).to.deep.equal([1, 1, true]);
    look(160);
    expect(jumps, 'not one jump after the other').to.equal(1);
  });

  it('follows nobody who has gone back', async () => {
    await engine.goTo(75);
    expect(look(100)).to.equal(1);
    expect(look(104)).to.equal(1);
    expect(jumps).to.equal(0);
  });

  it('stops hurrying when one goes back, pauses or waits for data', async () => {
    for (const stop of [() => engine.goTo(75), () => engine.pause(), () => engine.tell('waiting')]) {
      await engine.goTo(94);
      await engine.play();
      expect(look(104)).to.equal(1.05);
      await stop();
      expect(engine.playbackRate).to.equal(1);
      engine.end = 100;
    }
  });

  it('keeps its hands off a rate that somebody else has chosen', () => {
    engine.playbackRate = 1.5;
    expect(look(110)).to.equal(1.5);
    engine.playbackRate = 1;
    expect(look(110)).to.equal(1.05);
    engine.playbackRate = 0.5;
    expect(look(112)).to.equal(0.5);
  });
});
