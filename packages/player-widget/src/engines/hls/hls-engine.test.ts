import { describeEngineContract } from '../../test/engine-contract.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { hlsLoader } from './hls-loader.ts';

for (const captions of [false, true]) {
  describeEngineContract(
    `hls.js, ${captions ? 'full' : 'light'} build`,
    async () => {
      const { base } = await engineStreams();
      return hlsLoader.load(
        { type: 'archive', url: '', captions },
        {
          base: new URL(base),
          ivsAssets: new URL('ivs/', base),
          signal: new AbortController().signal,
          // What it will play is not known here: nothing of it can be asked for early.
          after: Promise.resolve(),
        },
      );
    },
    async () => {
      const { archive, nowhere, journal } = await engineStreams();
      return {
        playable: { type: 'archive', url: archive, captions },
        missing: {
          source: { type: 'archive', url: `${nowhere}master.m3u8`, captions },
          code: 'SOURCE_NOT_FOUND',
        },
        programTimeOf: async (text) => journal.find((entry) => entry.text === text)?.programTime,
        onDemand: true,
        jump: { time: 8, by: 30_000 },
      };
    },
  );
}
