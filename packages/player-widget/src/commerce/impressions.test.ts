import { expect } from '@open-wc/testing';
import { Impressions } from './impressions.ts';
import { waitUntil } from '../test/wait-until.ts';

describe('Impressions', () => {
  it('counts a product once for each stretch of a second or more, and none that came and went', async () => {
    const seen: string[] = [];
    const life = new AbortController();
    const impressions = new Impressions({
      onSeen: (id) => seen.push(id),
      visible: () => true,
      signal: life.signal,
    });
    const from = performance.now();
    impressions.show(['mug', 'gone']);
    impressions.show(['mug', 'lamp']);
    await waitUntil(() => seen.length === 2, 'two products seen');
    expect(performance.now() - from).to.be.at.least(990);
    expect(seen).to.deep.equal(['mug', 'lamp']);
    impressions.show(['lamp']);
    impressions.show(['lamp', 'mug']);
    await waitUntil(() => seen.length === 3, 'the mug again');
    expect(seen[2]).to.equal('mug');
    life.abort();
  });

  it('begins the second anew whenever one no longer sees it', () => {
    const seen: string[] = [];
    const life = new AbortController();
    let visible = true;
    // By a clock of its own: a machine that stands still would let the first second pass.
    let now = 0;
    Object.defineProperty(performance, 'now', { configurable: true, value: () => now });
    const lookAt = (time: number): void => {
      now = time;
      // Told so by the tab, not only by the next look.
      document.dispatchEvent(new Event('visibilitychange'));
    };
    try {
      const { signal } = life;
      const impressions = new Impressions({ onSeen: (id) => seen.push(id), visible: () => visible, signal });
      impressions.show(['mug']);
      lookAt(600);
      visible = false;
      lookAt(700);
      visible = true;
      lookAt(800);
      lookAt(1_799);
      expect(seen).to.deep.equal([]);
      lookAt(1_800);
      expect(seen).to.deep.equal(['mug']);
    } finally {
      life.abort();
      Reflect.deleteProperty(performance, 'now');
    }
  });
});
