import { expect } from '@open-wc/testing';
import { attachEngine } from '../../test/attach-engine.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { until } from '../../test/happenings.ts';

/** As AWS writes them; the SDK keeps none that are empty. */
const SETTINGS = { version: '1.0', properties: [{ name: 'own', type: 'string', value_string: 'test' }] };

describe('what the IVS player keeps in the browser', () => {
  const { fetch } = window;
  before(() => {
    localStorage.clear();
    // No test leaves this machine: here AWS answers as it does elsewhere, some seconds after the start.
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      return new URL(url, location.href).hostname.endsWith('.live-video.net')
        ? Promise.resolve(Response.json(SETTINGS, { headers: { etag: '"1"' } }))
        : fetch(input, init);
    };
  });
  after(() => {
    window.fetch = fetch;
    localStorage.clear();
  });

  // First: from when the SDK had storage, it keeps hold of it.
  it('is nothing where the browser refuses, and live plays all the same', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage') ?? {};
    let refused = 0;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        refused += 1;
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    });
    const { live } = await engineStreams();
    const attached = await attachEngine({ type: 'live', url: live });
    await attached.engine.load(attached.source);
    await attached.engine.play();
    await until('it plays', () => attached.engine.currentTime > 0.5);
    await attached.close();
    Object.defineProperty(window, 'localStorage', real);
    expect(refused).to.be.greaterThan(0);
  });

  it('is what our documents say, and nothing before a live stream is opened', async () => {
    const { live } = await engineStreams();
    const attached = await attachEngine({ type: 'live', url: live });
    expect(Object.keys(localStorage)).to.deep.equal([]);
    await attached.engine.load(attached.source);
    await attached.engine.play();
    await until('it plays', () => attached.engine.currentTime > 0.5);
    const kept = (): string => Object.keys(localStorage).sort().join();
    const told: string[] = [];
    for (const document of ['/README.md', '/docs/embedding.md']) {
      const text = await (await fetch(document)).text();
      told.push(
        [...text.matchAll(/`(_?amazon_ivs_[^`]*)`/g)]
          .map(([, key]) => key)
          .sort()
          .join(),
      );
    }
    // Its settings come some seconds after the start, one key after the other.
    await until(
      () => `our documents name what is kept: ${kept()}`,
      () => kept() === told[0],
    );
    const time = attached.engine.currentTime;
    await until('it has played on', () => attached.engine.currentTime > time + 1);
    await attached.close();
    expect([kept(), kept()], 'and nothing after it').to.deep.equal(told);
    expect([
      sessionStorage.length,
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
    ]).to.deep.equal([0, '', [], []]);
  });
});
