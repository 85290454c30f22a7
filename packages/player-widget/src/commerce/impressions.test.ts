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
    await waitUntil(() => seen.length === 2, 'two products seen', { timeout: 3_000 });
    expect(performance.now() - from).to.be.at.least(990);
    expect(seen).to.deep.equal(['mug', 'lamp']);
    impressions.show(['lamp']);
    impressions.show(['lamp', 'mug']);
    await waitUntil(() => seen.length === 3, 'the mug again', { timeout: 3_000 });
    expect(seen[2]).to.equal('mug');
    life.abort();
  });

  it('begins the second anew whenever one no longer sees it', async () => {
    const seen: number[] = [];
    const life = new AbortController();
    let visible = true;
    const impressions = new Impressions({
      onSeen: () => seen.push(performance.now()),
      visible: () => visible,
      signal: life.signal,
    });
    const from = performance.now();
    impressions.show(['mug']);
    await waitUntil(() => performance.now() - from > 600);
    visible = false;
    // Told so by the tab, not only by the next look.
    document.dispatchEvent(new Event('visibilitychange'));
    visible = true;
    const again = performance.now();
    await waitUntil(() => seen.length > 0, 'seen', { timeout: 5_000 });
    expect(seen[0]).to.be.at.least(again + 1_000);
    life.abort();
  });
});
