import { playStarter } from '../../starter/play-starter.ts';
import { describeEngineContract } from '../../test/engine-contract.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { publishedArchive } from '../../test/published-archive.ts';
import type { PlaySource } from '../../media/media-source.ts';
import { HlsEngine } from './hls-engine.ts';

/** Begins every source that has a starter with it, as the widget does. */
class HandedOverEngine extends HlsEngine {
  override load(source: PlaySource): Promise<void> {
    if (source.type !== 'archive' || !source.starter || !source.duration) return super.load(source);
    const { duration, starter } = source;
    return super.load(source, {
      handOver: playStarter(this.video, starter, { duration, signal: this.signal }),
    });
  }
}

// All that an engine promises, on a MediaSource that it did not open; captions are in the full build alone.
describeEngineContract(
  'hls.js, on a starter’s MediaSource',
  async () => new HandedOverEngine(import('hls.js'), new URL((await engineStreams()).base)),
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
