import { expect } from '@open-wc/testing';
import { playStarter } from '../../starter/play-starter.ts';
import { attachEngine } from '../../test/attach-engine.ts';
import { describeEngineContract } from '../../test/engine-contract.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { until } from '../../test/happenings.ts';
import { publishedArchive } from '../../test/published-archive.ts';
import type { PlaySource } from '../../media/media-source.ts';
import { HlsEngine } from './hls-engine.ts';

/** Begins every source that has a starter with it; hls.js comes once there is a picture, as in the widget. */
class HandedOverEngine extends HlsEngine {
  readonly #pictured: () => void;

  constructor(base: URL) {
    let resolve = (): void => undefined;
    const pictured = new Promise<void>((done) => (resolve = done));
    super(
      pictured.then(() => import('hls.js')),
      base,
    );
    this.#pictured = resolve;
  }

  override load(source: PlaySource): Promise<void> {
    if (source.type !== 'archive' || !source.starter || !source.duration) {
      this.#pictured();
      return super.load(source);
    }
    const { duration, starter } = source;
    const handOver = playStarter(this.video, starter, { duration, signal: this.signal });
    void handOver.pictured.then(this.#pictured, this.#pictured);
    return super.load(source, { handOver });
  }
}

// All that an engine promises, on a MediaSource that it did not open; captions are in the full build alone.
describeEngineContract(
  'hls.js, on a starter’s MediaSource',
  async () => new HandedOverEngine(new URL((await engineStreams()).base)),
  async () => {
    const { nowhere, journal } = await engineStreams();
    return {
      playable: (await publishedArchive()).playback,
      missing: {
        source: { type: 'archive', url: `${nowhere}master.m3u8`, captions: false },
        code: 'SOURCE_NOT_FOUND',
      },
      programTimeOf: async (text) => journal.find((entry) => entry.text === text)?.programTime,
      onDemand: true,
      jump: { time: 8, by: 30_000 },
    };
  },
);

describe('a MediaSource that a starter has opened', () => {
  // Of which each has a build of its own.
  for (const captions of [true, false])
    it(`gets every segment, captions: ${captions}`, async () => {
      const { playback } = await publishedArchive();
      const { starter, duration } = playback;
      const { engine, video, source, signal, close } = await attachEngine({ ...playback, captions });
      const handOver = playStarter(video, starter, { duration, signal });
      await handOver.pictured;
      await engine.load(source, { handOver });
      const end = (): number =>
        video.buffered.length > 0 ? video.buffered.end(video.buffered.length - 1) : 0;
      await until('some segments have come', () => end() > 7);
      expect(video.buffered.length).to.equal(1);
      await close();
    });
});
