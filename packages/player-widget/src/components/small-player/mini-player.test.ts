import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { product } from '../../test/fixtures.ts';
import { deep, stage, type Stage } from '../../test/stage.ts';
import { waitUntil } from '../../test/wait-until.ts';
import { followMiniPlayer } from './mini-player.ts';

describe('a player that floats in a corner while its place is out of view', () => {
  let life: AbortController;
  beforeEach(() => (life = new AbortController()));
  afterEach(() => {
    life.abort();
    document.documentElement.style.removeProperty('scroll-behavior');
  });

  /** A player far down the page, in which nothing plays yet. */
  async function leftPlayer({ muted = false } = {}): Promise<Stage> {
    await fixture(html`<div style="height: 3000px"></div>`);
    const on = await stage({ products: [product('mug')], width: 480, height: 270 });
    const { host, base, engine, store } = on;
    engine.muted = muted;
    host.toggleAttribute('mini-player', true);
    const layer = document.createElement('div');
    base.append(layer);
    const video = document.createElement('video');
    followMiniPlayer({ host, layer, video, engine, store, signal: life.signal });
    // All observers are told within one frame.
    await new Promise((done) => new IntersectionObserver(done).observe(host));
    await nextFrame();
    return on;
  }

  const floats = ({ host }: Stage): boolean => host.hasAttribute('data-floating');
  const change = ({ store }: Stage): void => store.update({ rebuffering: !store.state.rebuffering });

  it('is accessible', async () => {
    const on = await leftPlayer();
    await on.engine.play();
    await expect(on.host).to.be.accessible();
  });

  it('comes where it was left while it stood still, once it plays', async () => {
    const on = await leftPlayer();
    change(on);
    expect(floats(on)).to.equal(false);
    await on.engine.play();
    expect(floats(on)).to.equal(true);
    on.store.update({ stopped: 'ended' });
    expect(floats(on), 'a screen has its room in the page').to.equal(false);
    on.store.update({ stopped: undefined });
    expect(floats(on)).to.equal(true);
  });

  it('stays whatever changes in another one that is silent, too', async () => {
    const first = await leftPlayer({ muted: true });
    const second = await leftPlayer({ muted: true });
    await first.engine.play();
    await second.engine.play();
    expect([first, second].map(floats)).to.deep.equal([true, false]);
    for (const on of [second, first, second]) change(on);
    expect([first, second].map(floats)).to.deep.equal([true, false]);
    second.engine.muted = false;
    change(second);
    expect([first, second].map(floats), 'who is heard stays to be seen').to.deep.equal([false, true]);
    change(first);
    expect([first, second].map(floats)).to.deep.equal([false, true]);
  });

  it('stays in its place once it was sent back, however slowly the page goes there', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    const on = await leftPlayer();
    await on.engine.play();
    await waitUntil(() => deep(on.base, 'vitrine-small-player button'), 'its buttons');
    deep(on.base, 'button[aria-label="Back to the page"]')?.click();
    change(on);
    expect(floats(on)).to.equal(false);
    await waitUntil(() => on.host.getBoundingClientRect().bottom <= innerHeight, 'it is in view');
    expect(floats(on)).to.equal(false);
  });
});
