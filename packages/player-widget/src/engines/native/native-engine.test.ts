import { describeEngineContract } from '../../test/engine-contract.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { NativeEngine } from './native-engine.ts';

// In Chromium, which plays HLS but shows a page neither ID3 nor PROGRAM-DATE-TIME.
describeEngineContract(
  'The browser itself',
  async () => new NativeEngine(),
  async () => {
    const { archive, nowhere } = await engineStreams();
    return {
      playable: { type: 'archive', url: archive, captions: false },
      missing: {
        source: { type: 'archive', url: `${nowhere}master.m3u8`, captions: false },
        code: 'SOURCE_NOT_FOUND',
      },
      onDemand: true,
    };
  },
);
