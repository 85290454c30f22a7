import { expect } from '@open-wc/testing';
import { PlayerError } from '../../media/player-error.ts';
import { attachEngine } from '../../test/attach-engine.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { record, until } from '../../test/happenings.ts';
import { goLive } from '../../test/live-channel.ts';
import { hlsLoader } from './hls-loader.ts';

describe('hls.js on a network that fails', () => {
  it('goes on by itself when segments come again, without an error', async () => {
    const streams = await engineStreams();
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

  it('rejects load() when there is no answer at all', async () => {
    // A port on which nobody listens.
    const source = { type: 'archive', url: 'http://127.0.0.1:9/master.m3u8', captions: false } as const;
    const attached = await attachEngine(source);
    const error = await attached.engine.load(source).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(PlayerError).with.property('code', 'NETWORK');
    await attached.close();
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
