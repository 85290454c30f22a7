import { expect } from '@open-wc/testing';
import type { MediaEngine } from '../../media/media-engine.ts';
import { PlayerError } from '../../media/player-error.ts';
import { attachEngine, type Attached } from '../../test/attach-engine.ts';
import { engineStreams, makeTrouble, type EngineStreams, type Trouble } from '../../test/engine-streams.ts';
import { record, rejection, until } from '../../test/happenings.ts';
import { goLive } from '../../test/live-channel.ts';
import { hlsLoader } from './hls-loader.ts';

describe('hls.js on a network that fails', () => {
  let streams: EngineStreams;
  let attached: Attached | undefined;
  let trouble: Trouble | undefined;

  before(async () => {
    streams = await engineStreams();
  });
  afterEach(async () => {
    await trouble?.end();
    await attached?.close();
    trouble = attached = undefined;
  });

  async function open(url = streams.archive): Promise<MediaEngine> {
    attached = await attachEngine({ type: 'archive', url, captions: false });
    return attached.engine;
  }

  it('goes on by itself when segments come again, without an error', async () => {
    const channel = await goLive(streams);
    const source = { type: 'live', url: channel.url } as const;
    // Any live HLS: what the IVS engine would play, by the engine for archives.
    const { base } = streams;
    const life = new AbortController();
    const { signal } = life;
    const engine = await hlsLoader.load(source, { base: new URL(base), ivsAssets: new URL(base), signal });
    const video = Object.assign(document.createElement('video'), { muted: true });
    document.body.append(video);
    engine.attach(video, { signal });
    const names = record(engine, ['error']);
    await engine.load(source);
    await engine.play();
    await until('it plays', () => engine.currentTime > 0 && !engine.seeking);
    expect(engine.streamType).to.equal('live');
    expect(engine.liveEdgeStart).to.be.lessThan(engine.seekable.end(0));
    await channel.post('mishaps/not-found', { seconds: 3, kind: 'segments' });
    const time = engine.currentTime;
    await until('it has played on', () => engine.currentTime > time + 8);
    expect(names).to.deep.equal([]);
    life.abort();
    video.remove();
  });

  it('goes on as soon as the browser says that the network is back, and tells that it is trying', async () => {
    const engine = await open();
    const names = record(engine, ['error']);
    // The last file of either rendition.
    trouble = await makeTrouble(streams, '/3\\.ts');
    await engine.load({ type: 'archive', url: streams.archive, captions: false });
    engine.currentTime = 15;
    await engine.play();
    await until('it is trying', () => engine.reconnecting);
    await until('it has nothing left to play', () => engine.readyState < 3);
    // The next pause is a long one.
    const since = performance.now();
    await until('it has tried for a while', () => performance.now() - since > 4_000);
    await trouble.end();
    const backAt = performance.now();
    dispatchEvent(new Event('online'));
    await until('it plays on', () => engine.currentTime > 20);
    expect(performance.now() - backAt).to.be.lessThan(4_000);
    expect(engine.reconnecting).to.equal(false);
    expect(names).to.deep.equal([]);
  });

  it('waits at the start for a playlist that the server cannot give now', async () => {
    trouble = await makeTrouble(streams, 'multivariant\\.m3u8', 503);
    const engine = await open();
    const loading = engine.load({ type: 'archive', url: streams.archive, captions: false });
    await until('it is trying', () => engine.reconnecting);
    await trouble.end();
    await loading;
    await engine.play();
    await until('it plays', () => engine.currentTime > 0.2);
  });

  // A bucket that nobody may list says 403 of what is not there.
  for (const status of [404, 403])
    it(`jumps over a segment that is not there, in any rendition: ${status}`, async () => {
      const engine = await open();
      const names = record(engine, ['error']);
      // All of a file of either rendition: from 8 s to 18 s.
      trouble = await makeTrouble(streams, '/2\\.ts', status);
      await engine.load({ type: 'archive', url: streams.archive, captions: false });
      engine.currentTime = 5;
      await engine.play();
      await until(
        () => `it has jumped, at ${engine.currentTime}`,
        () => engine.currentTime > 18,
        25_000,
      );
      expect(await trouble.hits()).to.be.within(1, 12);
      expect(names).to.deep.equal([]);
    }).timeout(60_000);

  it('gives up where it is refused everything', async () => {
    const engine = await open();
    trouble = await makeTrouble(streams, '/[1-9]\\.ts', 403);
    const failed = new Promise<PlayerError>((resolve) =>
      engine.addEventListener('error', ({ detail }) => resolve(detail)),
    );
    const loading = engine.load({ type: 'archive', url: streams.archive, captions: false });
    await loading;
    await engine.play();
    expect(await failed).to.include({ code: 'SOURCE_FORBIDDEN', fatal: true });
    expect(engine.reconnecting).to.equal(false);
    expect(await trouble.hits()).to.be.at.most(8);
  }).timeout(60_000);

  for (const status of [404, 403, undefined])
    it(`plays on without subtitles that do not come: ${status ?? 'the connection breaks'}`, async () => {
      attached = await attachEngine({
        type: 'archive',
        url: `${streams.captioned}with-subtitles.m3u8`,
        captions: true,
      });
      const { engine, video, source } = attached;
      const names = record(engine, ['error', 'reconnectingchange']);
      trouble = await makeTrouble(streams, 'en\\.vtt', status);
      await engine.load(source);
      await engine.play();
      await until('there are tracks', () => video.textTracks.length >= 2);
      const english = [...video.textTracks].find(({ language }) => language === 'en');
      if (english) english.mode = 'hidden';
      engine.currentTime = 9;
      await until('it plays to its end', () => engine.ended, 25_000);
      expect(await trouble.hits()).to.be.within(1, 8);
      expect(names).to.deep.equal([]);
    }).timeout(60_000);

  it('plays on, as fast as before, where hls.js itself has made the MediaSource anew', async () => {
    const engine = await open();
    const names = record(engine, ['error']);
    const { addSourceBuffer } = MediaSource.prototype;
    let opened: MediaSource | undefined;
    MediaSource.prototype.addSourceBuffer = new Proxy(addSourceBuffer, {
      apply(target, mediaSource: MediaSource, args) {
        opened = mediaSource;
        return Reflect.apply(target, mediaSource, args) as SourceBuffer;
      },
    });
    // With all of it in the buffer the MediaSource would have ended.
    trouble = await makeTrouble(streams, '/3\\.ts');
    try {
      await engine.load({ type: 'archive', url: streams.archive, captions: false });
      await engine.play();
      engine.playbackRate = 1.5;
      await until('it plays', () => engine.currentTime > 0.5);
      const broken = opened;
      await until('nothing is being appended', () =>
        [...(broken?.sourceBuffers ?? [])].every((one) => !one.updating),
      );
      broken?.endOfStream('decode');
      // It is found out by what is appended next.
      await trouble.end();
      dispatchEvent(new Event('online'));
      await until('there is another', () => opened !== broken);
      const time = engine.currentTime;
      await until('it plays on', () => engine.currentTime > time + 1);
      expect(engine.playbackRate).to.equal(1.5);
      expect(names).to.deep.equal([]);
    } finally {
      MediaSource.prototype.addSourceBuffer = addSourceBuffer;
    }
  });

  it('rejects load() when there is no answer at all', async () => {
    // A port on which nobody listens.
    const source = { type: 'archive', url: 'http://127.0.0.1:9/master.m3u8', captions: false } as const;
    const engine = await open(source.url);
    const startedAt = performance.now();
    expect(await rejection(engine.load(source)))
      .to.be.instanceOf(PlayerError)
      .with.property('code', 'NETWORK');
    // Somebody is waiting before a play button.
    expect(performance.now() - startedAt).to.be.lessThan(8_000);
  });

  it('gives up on media that it cannot read, after a bounded number of attempts', async () => {
    const code = await failureOf((url) => [
      '#EXTM3U',
      '#EXT-X-TARGETDURATION:6',
      '#EXTINF:6,',
      url('this is no transport stream'),
      '#EXT-X-ENDLIST',
    ]);
    expect(code).to.equal('DECODE');
  });

  it('tells at once that none of the codecs can be played', async () => {
    const code = await failureOf((url) => [
      '#EXTM3U',
      '#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="dvh1.05.06,ec-3"',
      url('#EXTM3U'),
    ]);
    expect(code).to.equal('SOURCE_UNSUPPORTED');
  });

  /** What a playlist comes to whose lines may name files made on the spot. */
  async function failureOf(lines: (url: (body: string) => string) => readonly string[]): Promise<unknown> {
    const playlist = URL.createObjectURL(new Blob([lines(blobUrl).join('\n')]));
    const attached = await attachEngine({ type: 'archive', url: playlist, captions: false });
    const { engine } = attached;
    const told = new Promise<unknown>((resolve) =>
      engine.addEventListener('error', ({ detail }) => resolve(detail.code)),
    );
    const loading = engine.load(attached.source).then(
      () => told,
      (reason: unknown) => (reason instanceof PlayerError ? reason.code : reason),
    );
    const code = await Promise.race([told, loading]);
    await attached.close();
    return code;
  }
});

const blobUrl = (body: string): string => URL.createObjectURL(new Blob([body]));
