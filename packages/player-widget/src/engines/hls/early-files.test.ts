import { expect } from '@open-wc/testing';
import { attachEngine, type Attached } from '../../test/attach-engine.ts';
import { engineStreams, makeTrouble, type EngineStreams, type Trouble } from '../../test/engine-streams.ts';
import { record, until } from '../../test/happenings.ts';
import { HlsEngine } from './hls-engine.ts';

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

  it('comes while hls.js is on its way, and hls.js asks for none of it', async () => {
    performance.clearResourceTimings();
    const byHls: string[] = [];
    const { open, setRequestHeader } = XMLHttpRequest.prototype;
    const urls = new WeakMap<XMLHttpRequest, string>();
    XMLHttpRequest.prototype.open = function (method: string, url: string | URL): void {
      urls.set(this, String(url));
      byHls.push(String(url));
      open.call(this, method, url, true);
    };
    XMLHttpRequest.prototype.setRequestHeader = function (name, value): void {
      byHls.push(`${urls.get(this) ?? ''} ${value}`);
      setRequestHeader.call(this, name, value);
    };
    let arrive: (library: typeof import('hls.js/light')) => void = () => undefined;
    const library = new Promise<typeof import('hls.js/light')>((resolve) => (arrive = resolve));
    const { base, archive } = streams;
    const life = new AbortController();
    const video = Object.assign(document.createElement('video'), { muted: true, width: 640 });
    document.body.append(video);
    try {
      const engine = new HlsEngine(library, new URL(base), fetch(archive));
      engine.attach(video, life);
      const loading = engine.load({ type: 'archive', url: archive, captions: false });
      await until('its first segment was asked for', () => asked().some((name) => name.endsWith('/0.ts')));
      const [multivariant, playlist = '', segment = ''] = asked().filter((name) => !name.endsWith('.js'));
      expect(multivariant).to.equal(archive);
      expect(segment).to.equal(new URL('0.ts', playlist).href);
      arrive(await import('hls.js/light'));
      await loading;
      await engine.play();
      await until('it plays', () => engine.currentTime > 1);
      expect(byHls).not.to.include(multivariant).and.not.to.include(playlist);
      const again = byHls.filter((one) => one.startsWith(segment) && / bytes=0-/.test(one));
      expect(again).to.deep.equal([]);
    } finally {
      Object.assign(XMLHttpRequest.prototype, { open, setRequestHeader });
      life.abort();
      video.remove();
    }
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
