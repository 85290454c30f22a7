import { expect } from '@open-wc/testing';
import { PlayerError } from '../../media/player-error.ts';
import { engineStreams, makeTrouble, type EngineStreams, type Trouble } from '../../test/engine-streams.ts';
import { record, rejection, until } from '../../test/happenings.ts';
import { NativeEngine } from './native-engine.ts';

describe('The browser itself, on a network that fails', () => {
  let streams: EngineStreams;
  let trouble: Trouble | undefined;
  let engine: NativeEngine;
  let video: HTMLVideoElement;

  before(async () => {
    streams = await engineStreams();
  });
  beforeEach(() => {
    video = Object.assign(document.createElement('video'), { muted: true, width: 640 });
    document.body.append(video);
    engine = new NativeEngine();
    engine.attach(video, new AbortController());
  });
  afterEach(async () => {
    await trouble?.end();
    await engine.destroy();
    video.remove();
  });

  const source = () => ({ type: 'archive', url: streams.archive, captions: false }) as const;

  it('opens the source again where it was, and plays on', async () => {
    const names = record(engine, ['error']);
    await engine.load(source());
    await engine.play();
    await until('it plays', () => engine.currentTime > 0.2);
    engine.currentTime = 15;
    await until('it plays there', () => engine.currentTime > 15.2);
    // As a browser does whose connection broke: no page can break one within a `<video>`.
    Object.defineProperty(video, 'error', {
      configurable: true,
      value: { code: MediaError.MEDIA_ERR_NETWORK, message: 'the connection broke' },
    });
    video.dispatchEvent(new Event('error'));
    await until('it is trying', () => engine.reconnecting);
    Reflect.deleteProperty(video, 'error');
    dispatchEvent(new Event('online'));
    await until('it plays on', () => !engine.reconnecting && engine.currentTime > 16);
    expect(engine.currentTime).to.be.lessThan(22);
    expect(engine.paused).to.equal(false);
    expect(names).to.deep.equal([]);
  });

  it('waits at the start for a playlist that the server cannot give now, but not long', async () => {
    trouble = await makeTrouble(streams, 'multivariant\\.m3u8', 503);
    const loading = engine.load(source());
    await until('it is trying', () => engine.reconnecting);
    await trouble.end();
    await loading;
    trouble = await makeTrouble(streams, 'multivariant\\.m3u8', 503);
    const startedAt = performance.now();
    expect(await rejection(engine.load(source())))
      .to.be.instanceOf(PlayerError)
      .with.property('code', 'NETWORK');
    expect(performance.now() - startedAt).to.be.lessThan(8_000);
  });
});
