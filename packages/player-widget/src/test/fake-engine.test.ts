import { describeEngineContract } from './engine-contract.ts';
import { FakeEngine } from './fake-engine.ts';

const START = Date.UTC(2026, 2, 5, 18);
const TEXTS = [0.5, 1, 9].map((time) => ({ time, owner: 'metadata.live-video.net', text: `at ${time}` }));

describeEngineContract(
  'The fake engine',
  async () =>
    new FakeEngine({
      'https://cdn.example/show.m3u8': {
        duration: 12,
        metadata: TEXTS,
        clock: [
          { time: 0, programTime: START },
          { time: 8, programTime: START + 38_000 },
        ],
        renditions: [
          { id: 'high', width: 1280, height: 720, bitrate: 600_000 },
          { id: 'low', width: 640, height: 360, bitrate: 300_000 },
        ],
      },
    }),
  async () => ({
    playable: { type: 'archive', url: 'https://cdn.example/show.m3u8', captions: false },
    missing: {
      source: { type: 'archive', url: 'https://cdn.example/none.m3u8', captions: false },
      code: 'SOURCE_NOT_FOUND',
    },
    programTimeOf: async (text) =>
      START + ({ 'at 0.5': 500, 'at 1': 1000, 'at 9': 39_000 }[text] ?? Number.NaN),
    onDemand: true,
    paintsNothing: true,
    jump: { time: 8, by: 30_000 },
  }),
);
