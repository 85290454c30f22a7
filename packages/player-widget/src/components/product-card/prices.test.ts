import { expect } from '@open-wc/testing';
import { product } from '../../test/fixtures.ts';
import { deep, stage, type Stage } from '../../test/stage.ts';
import '../product-overlay/vitrine-product-overlay.ts';
import type { VitrineProductOverlay } from '../product-overlay/vitrine-product-overlay.ts';
import { waitUntil } from '../../test/wait-until.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const yen = (amount: number) => ({ amount, currency: 'JPY' });

const TEA = product('tea', {
  price: eur(1900),
  compareAtPrice: eur(2400),
  unitPrice: { price: eur(7600), unit: 'kg' },
});
const BOWL = product('bowl', { price: yen(3800), compareAtPrice: yen(4800) });

/** The price, the one before, the price of a unit; then the bowl’s, whose currency has no cents. */
const PRICES = {
  en: ['€19.00', '€24.00', '€76.00 / kg', '¥3,800', '¥4,800'],
  de: ['19,00 €', '24,00 €', '76,00 € / kg', '3.800 ¥', '4.800 ¥'],
  fr: ['19,00 €', '24,00 €', '76,00 € / kg', '3 800 JPY', '4 800 JPY'],
  es: ['19,00 €', '24,00 €', '76,00 € / kg', '3800 JPY', '4800 JPY'],
  it: ['19,00 €', '24,00 €', '76,00 € / kg', '3800 JPY', '4800 JPY'],
  nl: ['€ 19,00', '€ 24,00', '€ 76,00 / kg', 'JP¥ 3.800', 'JP¥ 4.800'],
  pt: ['€ 19,00', '€ 24,00', '€ 76,00 / kg', 'JP¥ 3.800', 'JP¥ 4.800'],
  ja: ['€19.00', '€24.00', '€76.00 / kg', '￥3,800', '￥4,800'],
  ar: ['19.00 €', '24.00 €', '76.00 € / kg', '3,800 JP¥', '4,800 JP¥'],
} as const;

const plain = (text = ''): string =>
  text
    .replaceAll(/[\u200e\u200f\u061c]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

async function cardOf({ base, bag, store }: Stage): Promise<ShadowRoot> {
  const overlay = document.createElement('vitrine-product-overlay') as VitrineProductOverlay;
  bag.before(overlay);
  overlay.store = store;
  await waitUntil(() => deep(base, '.card .price'), 'the card');
  return deep(base, 'vitrine-product-card')?.shadowRoot as ShadowRoot;
}

describe('prices', () => {
  for (const [lang, [now, before, unit, yenNow, yenBefore]] of Object.entries(PRICES)) {
    it(`are written as people write them, on the card in the shelf, and where one chooses: ${lang}`, async () => {
      const on = await stage({ products: [TEA, BOWL], lang });
      for (const [shown, price, was, each] of [
        [TEA, now, before, unit],
        [BOWL, yenNow, yenBefore, ''],
      ] as const) {
        on.store.update({ shown: [{ product: shown, at: undefined }] });
        const card = await cardOf(on);
        expect(plain(card.querySelector('b')?.textContent)).to.equal(price);
        expect(plain(card.querySelector('s')?.textContent)).to.equal(was);
        expect(plain(card.querySelector('.unit')?.textContent)).to.equal(each);
        deep(on.base, 'vitrine-product-overlay')?.remove();
      }
      on.bag.openShelf();
      await waitUntil(() => deep(on.bag.renderRoot, 'li .unit'), 'the shelf');
      expect(plain(deep(on.bag.renderRoot, 'li .unit')?.textContent)).to.equal(unit);
      on.bag.openProduct('tea');
      await waitUntil(() => deep(on.bag.renderRoot, '.product'), 'the product');
      const words = plain(deep(on.bag.renderRoot, '.product')?.textContent);
      expect(words).to.include(now).and.to.include(before).and.to.include(unit);
    });
  }
});
