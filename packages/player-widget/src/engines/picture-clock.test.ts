import { expect } from '@open-wc/testing';
import { attachEngine, type Attached } from '../test/attach-engine.ts';
import { engineStreams, makeTrouble, type Trouble } from '../test/engine-streams.ts';
import { until } from '../test/happenings.ts';

/** Seconds: far from the start, and from the last file, which does not come at first. */
const PLACE = 6;

describe('which picture is on screen', () => {
  const { addSourceBuffer } = MediaSource.prototype;
  let attached: Attached | undefined;
  let trouble: Trouble | undefined;
  let opened: MediaSource | undefined;

  beforeEach(() => {
    MediaSource.prototype.addSourceBuffer = new Proxy(addSourceBuffer, {
      apply(target, mediaSource: MediaSource, args) {
        opened = mediaSource;
        return Reflect.apply(target, mediaSource, args) as SourceBuffer;
      },
    });
  });
  afterEach(async () => {
    MediaSource.prototype.addSourceBuffer = addSourceBuffer;
    await trouble?.end();
    await attached?.close();
  });

  for (const paused of [false, true])
    it(`is none of the start while the MediaSource is made anew${paused ? ', at rest' : ''}`, async () => {
      const streams = await engineStreams();
      attached = await attachEngine({ type: 'archive', url: streams.archive, captions: false });
      const { engine, source } = attached;
      // With all of it in the buffer the MediaSource would have ended.
      trouble = await makeTrouble(streams, '/3\\.ts');
      await engine.load(source);
      engine.currentTime = PLACE;
      await engine.play();
      await until('it plays', () => !engine.seeking && engine.pictureTime > PLACE + 0.5);
      if (paused) engine.pause();
      const told: number[] = [];
      const note = (): void => void told.push(engine.pictureTime);
      for (const type of ['picture', 'timeupdate', 'seeking', 'seeked'] as const)
        engine.addEventListener(type, note);
      const broken = opened;
      await until('nothing is being appended', () =>
        [...(broken?.sourceBuffers ?? [])].every((one) => !one.updating),
      );
      broken?.endOfStream('decode');
      // It is found out by what is appended next.
      await trouble.end();
      dispatchEvent(new Event('online'));
      await until('there is another', () => opened !== broken);
      await until(
        'it is where it was',
        () => !engine.seeking && engine.currentTime > PLACE && engine.readyState > 2,
      );
      if (!paused) {
        const time = engine.pictureTime;
        await until('it plays on', () => engine.pictureTime > time + 0.5);
      }
      expect(Math.min(...told)).to.be.greaterThan(PLACE);
    });

  it('is none of what was played before, once something else is', async () => {
    const streams = await engineStreams();
    attached = await attachEngine({ type: 'archive', url: streams.archive, captions: false });
    const { engine, source } = attached;
    await engine.load(source);
    engine.currentTime = PLACE;
    await engine.play();
    await until('it plays', () => !engine.seeking && engine.pictureTime > PLACE);
    engine.pause();
    await engine.load(source);
    expect(engine.pictureTime).to.be.lessThan(1);
  });
});
