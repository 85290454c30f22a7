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
    // A busy machine lets the encoder come back later than asked: the playlist says when it did.
    expect(offset() - before).to.be.closeTo(await gapInPlaylist(channel.url), 50);
    expect(jumpedBack).to.equal(false);
  });
});

/** Milliseconds of program time between the end of the segment before the discontinuity and the start of the one after it. */
async function gapInPlaylist(url: string): Promise<number> {
  const text = async (address: string): Promise<string> => (await fetch(address)).text();
  const first = (await text(url)).split('\n').find((line) => line !== '' && !line.startsWith('#')) ?? '';
  let end = Number.NaN;
  let start = Number.NaN;
  let isAfter = false;
  for (const line of (await text(new URL(first, url).href)).split('\n')) {
    if (line === '#EXT-X-DISCONTINUITY') isAfter = true;
    if (line.startsWith('#EXT-X-PROGRAM-DATE-TIME:')) start = Date.parse(line.slice(line.indexOf(':') + 1));
    if (isAfter && !Number.isNaN(start)) return start - end;
    if (line.startsWith('#EXTINF:')) {
      end = start + Number.parseFloat(line.slice('#EXTINF:'.length)) * 1000;
      start = Number.NaN;
    }
  }
  return Number.NaN;
}
