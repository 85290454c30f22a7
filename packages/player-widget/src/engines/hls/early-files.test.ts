import { expect } from '@open-wc/testing';
import { attachEngine, type Attached } from '../../test/attach-engine.ts';
import { engineStreams, makeTrouble, type EngineStreams, type Trouble } from '../../test/engine-streams.ts';
import { record, until } from '../../test/happenings.ts';

describe('what hls.js asks for first', () => {
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

  /** Of the recording, in the order in which they were asked for. */
  const asked = (): readonly string[] =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.startsWith(new URL('.', streams.archive).href))
      .map(({ name }) => name);

  async function play(): Promise<void> {
    performance.clearResourceTimings();
    const source = { type: 'archive', url: streams.archive, captions: false } as const;
    attached = await attachEngine(source);
    const { engine } = attached;
    const names = record(engine, ['error']);
    await engine.load(source);
    await engine.play();
    await until('it plays', () => engine.currentTime > 1);
    expect(names).to.deep.equal([]);
  }

  it('comes once, and is what plays', async () => {
    await play();
    const [multivariant, playlist, segment] = asked();
    expect(multivariant).to.equal(streams.archive);
    expect(playlist).to.match(/m3u8$/);
    expect(segment).to.equal(new URL('0.ts', playlist).href);
    for (const name of [multivariant, playlist])
      expect(asked().filter((one) => one === name)).to.have.length(1);
  });

  for (const path of ['multivariant\\.m3u8', '360p.*m3u8', '/0\\.ts']) {
    it(`is asked for by hls.js itself where it did not come: ${path}`, async () => {
      trouble = await makeTrouble(streams, path, 503);
      const { end, hits } = trouble;
      let isMet = false;
      const met = async (): Promise<void> => {
        while (!isMet) isMet = (await hits()) > 0;
        await end();
      };
      await Promise.all([met(), play()]);
    });
  }
});
