import { expect } from '@open-wc/testing';
import { PlayerError } from '../media/player-error.ts';
import { FakeEngine } from '../test/fake-engine.ts';
import { rejection } from '../test/happenings.ts';
import { chooseEngine, loadEngine } from './choose-engine.ts';
import type { EngineLoader, EngineOptions } from './engine-loader.ts';

const archive = { type: 'archive', url: 'https://cdn.example/a.m3u8', captions: false } as const;
const live = { type: 'live', url: 'https://live.example/l.m3u8' } as const;

function options(signal = new AbortController().signal): EngineOptions {
  const base = new URL('https://cdn.example/vitrine/');
  return { base, ivsAssets: new URL('ivs/', base), signal };
}
const loader = (load: EngineLoader['load'], canPlay = true): EngineLoader => ({
  name: 'hls',
  canPlay: () => canPlay,
  load,
});

describe('chooseEngine', () => {
  it('takes the IVS player for live and hls.js for an archive, though this browser says it can play HLS', () => {
    expect(chooseEngine(live).name).to.equal('ivs');
    expect(chooseEngine(archive).name).to.equal('hls');
  });

  it('says so when nothing can play a source', () => {
    expect(() => chooseEngine(archive, []))
      .to.throw(PlayerError, 'archive')
      .with.property('code', 'SOURCE_UNSUPPORTED');
  });
});

describe('loadEngine', () => {
  it('tells a chunk that did not arrive as ENGINE_NOT_LOADED, and tries again when called again', async () => {
    let attempts = 0;
    const flaky = loader(async () => {
      attempts += 1;
      if (attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return new FakeEngine({});
    });
    const error = await rejection(loadEngine(archive, options(), [flaky]));
    expect(error).to.be.instanceOf(PlayerError).with.property('code', 'ENGINE_NOT_LOADED');
    expect((error as PlayerError).cause).to.be.instanceOf(TypeError);
    expect(await loadEngine(archive, options(), [flaky])).to.be.instanceOf(FakeEngine);
  });

  it('passes on a PlayerError as it is', async () => {
    const missing = loader(async () => Promise.reject(new PlayerError('IVS_ASSETS_MISSING')));
    expect(await rejection(loadEngine(live, options(), [missing]))).to.have.property(
      'code',
      'IVS_ASSETS_MISSING',
    );
  });

  it('destroys an engine that arrives after the signal has aborted', async () => {
    const life = new AbortController();
    const late = new FakeEngine({});
    const slow = loader(async () => {
      life.abort();
      return late;
    });
    expect(await rejection(loadEngine(archive, options(life.signal), [slow]))).to.have.property(
      'name',
      'AbortError',
    );
    const names: string[] = [];
    late.addEventListener('play', () => names.push('play'));
    await late.play();
    expect(names).to.deep.equal([]);
  });
});
