import { addCue, EMPTY_TIMELINE, type Timeline } from '@vitrine/product-cues';
import { expect } from '@open-wc/testing';
import { createPlayerStore } from '../../store/player-store.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { product } from '../../test/fixtures.ts';
import { fetchComingPictures } from './coming-pictures.ts';
import { waitUntil } from '../../test/wait-until.ts';

/** Something that this origin has; what it is does not matter. */
const urlOf = (id: string): string => new URL(`?picture-of=${id}`, import.meta.url).href;
const asked = (id: string): number => performance.getEntriesByName(urlOf(id)).length;

describe('pictures of products that are coming', () => {
  let life: AbortController;
  let engine: FakeEngine;
  let fetchPictures: () => void;

  beforeEach(async () => {
    performance.clearResourceTimings();
    life = new AbortController();
    engine = new FakeEngine({ show: { duration: 600 } });
    await engine.load({ type: 'archive', url: 'show', captions: false });
    const cues = [
      { n: 1, time: 5, show: ['mug', 'stranger'] },
      { n: 2, time: 100, show: ['lamp', 'script'] },
      { n: 3, time: 300, show: ['vase'] },
    ];
    const timeline = cues
      .map((cue) => ({ ...cue, origin: 'archive' as const }))
      .reduce<Timeline>(addCue, EMPTY_TIMELINE);
    const store = createPlayerStore();
    const shop = ['mug', 'lamp', 'vase'].map((id) => product(id, { images: [urlOf(id)] }));
    store.update({ products: [...shop, product('script', { images: ['javascript:alert(1)'] })] });
    fetchPictures = () =>
      fetchComingPictures({ engine, store, timeline: () => timeline, signal: life.signal });
  });
  afterEach(async () => {
    Reflect.deleteProperty(navigator, 'connection');
    life.abort();
    await engine.destroy();
  });

  /** Waits for what is asked for now: had anything been asked for before, it would have been so by then. */
  async function askedForAnother(): Promise<void> {
    await fetch(urlOf('nobody'));
    await waitUntil(() => asked('nobody') === 1, 'what was asked for after it');
  }

  it('are fetched some seconds before, once, and no others', async () => {
    fetchPictures();
    await waitUntil(() => asked('mug') === 1, 'the picture of the one that comes next');
    engine.tell('timeupdate');
    engine.currentTime = 97;
    engine.tell('timeupdate');
    await waitUntil(() => asked('lamp') === 1, 'the picture of the one after it');
    expect([asked('mug'), asked('lamp'), asked('vase')]).to.deep.equal([1, 1, 0]);
  });

  it('are left alone once the source is closed', async () => {
    fetchPictures();
    life.abort();
    engine.currentTime = 297;
    engine.tell('timeupdate');
    await askedForAnother();
    expect(asked('vase')).to.equal(0);
  });

  it('are left to the moment where somebody saves data', async () => {
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
    fetchPictures();
    engine.tell('timeupdate');
    await askedForAnother();
    expect(asked('mug')).to.equal(0);
  });
});
