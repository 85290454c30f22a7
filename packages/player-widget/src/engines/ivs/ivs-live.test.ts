import { expect } from '@open-wc/testing';
import { attachEngine, type Attached } from '../../test/attach-engine.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { next, until } from '../../test/happenings.ts';
import { goLive } from '../../test/live-channel.ts';

describe('IVS engine, on a stream of its own', () => {
  let attached: Attached | undefined;
  afterEach(() => attached?.close());

  it('says when the stream has ended', async () => {
    const channel = await goLive(await engineStreams(), { prerollSeconds: 6 });
    attached = await attachEngine({ type: 'live', url: channel.url });
    const { engine } = attached;
    await engine.load(attached.source);
    await engine.play();
    await channel.post('stop');
    await next(engine, 'ended');
    expect(engine.ended).to.equal(true);
    expect(engine.paused).to.equal(true);
  });

  it('keeps one timeline, and learns the new clock, when the encoder comes back', async () => {
    const channel = await goLive(await engineStreams(), { prerollSeconds: 6 });
    attached = await attachEngine({ type: 'live', url: channel.url });
    const { engine } = attached;
    await engine.load(attached.source);
    await engine.play();
    await until('the clock is known', () => engine.programTime(engine.currentTime) !== undefined);
    const offset = (): number => (engine.programTime(engine.currentTime) ?? 0) - engine.currentTime * 1000;
    const before = offset();
    await channel.post('mishaps/restart', { gapSeconds: 3 });
    let time = engine.pictureTime;
    let jumpedBack = false;
    engine.addEventListener('picture', () => {
      jumpedBack ||= engine.pictureTime < time;
      time = engine.pictureTime;
    });
    await until('the clock has jumped by the gap', () => offset() - before > 2900);
    expect(offset() - before).to.be.within(2900, 3200);
    expect(jumpedBack).to.equal(false);
  });
});
