import { describeEngineContract } from '../../test/engine-contract.ts';
import { engineStreams, liveProgramTimeOf } from '../../test/engine-streams.ts';
import { ivsLoader } from './ivs-loader.ts';

describeEngineContract(
  'The IVS player',
  async () => {
    const { base, live } = await engineStreams();
    return ivsLoader.load(
      { type: 'live', url: live },
      { base: new URL(base), ivsAssets: new URL('ivs/', base), signal: new AbortController().signal },
    );
  },
  async () => {
    const streams = await engineStreams();
    return {
      playable: { type: 'live', url: streams.live },
      missing: { source: { type: 'live', url: `${streams.nowhere}master.m3u8` }, code: 'STREAM_OFFLINE' },
      programTimeOf: (text) => liveProgramTimeOf(streams, text),
      onDemand: false,
    };
  },
);
