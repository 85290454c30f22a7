import { expect } from '@open-wc/testing';
import { engineStreams } from '../../test/engine-streams.ts';
import { product } from '../../test/fixtures.ts';
import { answer, CDN } from '../../test/mock-requests.ts';
import type { VitrinePlayer } from './vitrine-player.ts';
import { waitUntil } from '../../test/wait-until.ts';

const TIMELINE = `${CDN}/timeline.json`;
const CATALOGUE = `${CDN}/catalogue.json`;

/* The element is defined once a page, so all that comes before it is one story. */
describe('<vitrine-player>, on the page before its script', () => {
  it('takes properties that were set, calls that were queued and listeners that were added', async () => {
    const { archive } = await engineStreams();
    await answer({
      [TIMELINE]: { vitrine: 1, clock: [], cues: [{ time: 5, n: 1, show: ['mug'] }] },
      [CATALOGUE]: { products: [product('mug')] },
    });
    expect(customElements.get('vitrine-player')).to.equal(undefined);
    const place = document.createElement('div');
    place.innerHTML = `<vitrine-player timeline="${TIMELINE}" catalogue="${CATALOGUE}" muted></vitrine-player>`;
    document.body.append(place);
    const player = place.firstElementChild as VitrinePlayer;
    const told: string[] = [];
    for (const name of ['vitrine-ready', 'vitrine-products-changed'] as const)
      document.addEventListener(name, ({ type }) => told.push(type));

    // As a framework does that knows nothing of the element yet.
    Object.assign(player, { src: archive, loop: true, volume: 0.4, currentTime: 6, playbackRate: 1.5 });
    const order: string[] = [];
    const defined = customElements.whenDefined('vitrine-player');
    const seen = defined.then(() => order.push(`defined, at ${String(player.currentTime)} s`));
    const played = defined.then(async () => {
      order.push('play');
      await player.play();
    });

    await import('../../vitrine.ts');
    await Promise.all([seen, played]);
    expect(order).to.deep.equal(['defined, at 6 s', 'play']);
    expect(Object.keys(player)).not.to.include.members(['src', 'volume', 'currentTime', 'playbackRate']);
    expect([
      player.getAttribute('src'),
      player.loop,
      player.volume,
      player.playbackRate,
      player.muted,
    ]).to.deep.equal([archive, true, 0.4, 1.5, true]);
    await waitUntil(() => !player.paused && player.currentTime > 6, 'it plays', { timeout: 20_000 });
    expect(player.currentTime).to.be.lessThan(12);
    await waitUntil(() => player.activeProducts[0]?.id === 'mug', 'its product');
    expect(told).to.include.members(['vitrine-ready', 'vitrine-products-changed']);
    place.remove();
  });
});
