import { expect } from '@open-wc/testing';
import { nextLook } from './next-look.ts';

const LONG = 60_000;

describe('nextLook', () => {
  let life: AbortController;
  let hidden = false;
  beforeEach(() => {
    life = new AbortController();
    hidden = false;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  });
  afterEach(() => {
    life.abort();
    Reflect.deleteProperty(document, 'hidden');
  });

  /** Milliseconds until it is time to look. */
  async function waited(pause: number, options: { hidden?: number } = {}): Promise<number> {
    const begun = performance.now();
    await nextLook(pause, { signal: life.signal, ...options });
    return performance.now() - begun;
  }

  it('waits about as long as it is told, and longer where nobody looks', async () => {
    expect(await waited(100, { hidden: LONG })).to.be.within(85, 10_000);
    hidden = true;
    expect(await waited(100)).to.be.within(85, 10_000);
    expect(await waited(10, { hidden: 300 })).to.be.at.least(265);
  });

  it('is seen in a window of its own, whatever lies over the page', async () => {
    hidden = true;
    const own = Object.getOwnPropertyDescriptor(window, 'documentPictureInPicture') ?? {};
    Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: { window } });
    const looked = await waited(10, { hidden: LONG });
    Object.defineProperty(window, 'documentPictureInPicture', own);
    expect(looked).to.be.below(10_000);
  });

  it('looks at once when the network is back', async () => {
    const looking = waited(LONG);
    dispatchEvent(new Event('online'));
    expect(await looking).to.be.below(5_000);
  });

  it('looks at once when the page comes back into view, not when it goes', async () => {
    hidden = true;
    const looking = waited(10, { hidden: LONG });
    document.dispatchEvent(new Event('visibilitychange'));
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(await looking).to.be.below(5_000);
  });

  it('ends with its signal', async () => {
    const looking = waited(LONG);
    life.abort();
    expect(await looking).to.be.below(5_000);
  });
});
