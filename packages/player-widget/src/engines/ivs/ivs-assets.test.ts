import { expect } from '@open-wc/testing';
import { PlayerError } from '../../media/player-error.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { rejection } from '../../test/happenings.ts';
import { loadEngine } from '../choose-engine.ts';

describe('the IVS player’s files', () => {
  async function loadFrom(folder: (base: string) => string): Promise<unknown> {
    const { base, live } = await engineStreams();
    const options = {
      base: new URL(base),
      ivsAssets: new URL(folder(base)),
      signal: new AbortController().signal,
    };
    return rejection(loadEngine({ type: 'live', url: live }, options));
  }

  it('are missed with an error that names the file and what to do', async () => {
    const error = await loadFrom((base) => `${base}nowhere/`);
    expect(error).to.be.instanceOf(PlayerError).with.property('code', 'IVS_ASSETS_MISSING');
    expect((error as PlayerError).message).to.match(/nowhere\/amazon-ivs-wasmworker.*404.*ivs-assets/);
  });

  it('are missed where a server answers every address with a page', async () => {
    const error = await loadFrom((base) => `${base}page/`);
    expect(error).to.have.property('code', 'IVS_ASSETS_MISSING');
    expect((error as PlayerError).message).to.include('web page');
  });
});
