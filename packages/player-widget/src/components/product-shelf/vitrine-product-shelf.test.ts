import { expect } from '@open-wc/testing';
import type { Product } from '@vitrine/product-cues';
import { product } from '../../test/fixtures.ts';
import { assertAccessible, atRest, deep, stage, type Stage } from '../../test/stage.ts';
import { activeElement } from '../bag/active-element.ts';
import { waitUntil } from '../../test/wait-until.ts';

async function openShelf(on: Stage): Promise<void> {
  on.bag.openShelf();
  await waitUntil(() => deep(on.bag.renderRoot, 'li'), 'the list');
  await atRest(on);
}

const row = ({ bag }: Stage, id: string): HTMLElement =>
  deep(bag.renderRoot, `li[data-id="${id}"]`) as HTMLElement;
const words = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const show = (on: Stage, id: string): HTMLElement | null => row(on, id).querySelector('.show');

describe('<vitrine-product-shelf>', () => {
  const products = ['mug', 'lamp', 'vase'].map((id) => product(id));

  it('is accessible in another language, from right to left', async () => {
    const on = await stage({ products, moments: { lamp: 302 }, lang: 'ar' });
    on.base.dir = 'rtl';
    await openShelf(on);
    await assertAccessible(on);
  });

  it('marks what is on screen, and shows the way to what is not', async () => {
    const on = await stage({ products, moments: { mug: 0, lamp: 302 } });
    on.store.update({ shown: [{ product: product('mug'), at: undefined }] });
    await openShelf(on);
    expect(words(row(on, 'mug'))).to.include('On screen now');
    expect(show(on, 'mug')).to.equal(null);
    expect(words(show(on, 'lamp'))).to.equal('Show me, 5:02: Product lamp');
    expect(show(on, 'vase'), 'what is never shown').to.equal(null);
    show(on, 'lamp')?.click();
    expect(on.engine.currentTime).to.be.closeTo(302, 0.02);
  });

  for (const [width, lang] of [
    [960, 'en'],
    [820, 'en'],
    [620, 'de'],
    [390, 'ar'],
    [320, 'fr'],
  ] as const)
    it(`lays nothing over anything, ${String(width)} wide: ${lang}`, async () => {
      const compareAtPrice = { amount: 123_400, currency: 'EUR' };
      const long = ['mug', 'lamp'].map((id) =>
        product(id, { compareAtPrice, title: 'Brass pendant lamp, hand-spun, with a cord of linen' }),
      );
      const variants = ['S', 'L'].map((Size) => ({ ...product(Size), options: { Size } }));
      const all = [
        ...long,
        product('shirt', { variants }),
        product('vase', { availability: 'out_of_stock' }),
      ];
      const moments = { mug: 5, lamp: 3723, shirt: 36, vase: 48 };
      const on = await stage({
        products: all,
        moments,
        lang,
        width,
        height: (width * 9) / 16,
        duration: 4000,
      });
      on.store.update({ shown: [{ product: all[0] as Product, at: undefined }] });
      await openShelf(on);
      for (const { id } of all) {
        const parts = row(on, id).querySelectorAll(
          '.name, .price > *, .price:not(:has(*)), .now, .show, .action',
        );
        const boxes = [...parts]
          .filter((part) => !part.matches('.spoken'))
          .map((part) => part.getBoundingClientRect());
        const frame = row(on, id).getBoundingClientRect();
        for (const [place, a] of boxes.entries()) {
          expect(a.left >= frame.left && a.right <= frame.right + 1, `${id} is in its row`).to.equal(true);
          for (const b of boxes.slice(place + 1)) {
            const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            expect(over > 1 && down > 3, `${id}: ${JSON.stringify([a, b])}`).to.equal(false);
          }
        }
      }
    });

  it('keeps the focus at a product that comes on screen', async () => {
    const on = await stage({ products, moments: { lamp: 302 } });
    await openShelf(on);
    show(on, 'lamp')?.focus();
    on.store.update({ shown: [{ product: product('lamp'), at: undefined }] });
    await waitUntil(() => !show(on, 'lamp'));
    expect(activeElement()).to.equal(row(on, 'lamp').querySelector('.open'));
  });

  it('goes on from there when the show was over', async () => {
    const on = await stage({ products, moments: { lamp: 302 } });
    on.store.update({ shown: [{ product: product('lamp'), at: undefined }] });
    on.engine.currentTime = 600;
    await waitUntil(() => on.bag.hasAttribute('data-ended') && row(on, 'lamp'));
    expect(words(row(on, 'lamp')), 'what was on screen last').not.to.include('On screen now');
    show(on, 'lamp')?.click();
    expect(on.engine.paused).to.equal(false);
  });

  it('live, shows the way only within what can be rewound', async () => {
    const on = await stage({ products, moments: { lamp: 302 }, duration: Infinity });
    await openShelf(on);
    expect(show(on, 'lamp')).to.equal(null);
    Object.defineProperty(on.engine, 'targetLiveWindow', { value: 1800 });
    on.store.update({ shown: [{ product: product('mug'), at: undefined }] });
    await waitUntil(() => words(show(on, 'lamp')) === 'Show me: Product lamp');
  });

  it('has the offers of the moment', async () => {
    const on = await stage({ products });
    await openShelf(on);
    expect(words(row(on, 'mug'))).to.include('€19.00');
    on.store.update({ products: [product('mug', { availability: 'out_of_stock' })] });
    await waitUntil(() => words(row(on, 'mug')).includes('Sold out Similar'));
  });

  it('lays out and loads of two hundred products only what is near', async () => {
    const pixel = (id: string): string => `${location.origin}/no-picture-${id}.png`;
    const many = Array.from({ length: 200 }, (_, index) => {
      const id = `p${String(index)}`;
      return product(id, { images: [pixel(id)] });
    });
    const on = await stage({ products: many });
    await openShelf(on);
    const asked = (): string[] =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('/no-picture-'));
    await waitUntil(() => asked().includes(pixel('p0')));
    expect(asked().length).to.be.lessThan(60);
    row(on, 'p150').scrollIntoView();
    await waitUntil(() => asked().includes(pixel('p150')));
    expect(asked()).not.to.include(pixel('p75'));
  });
});
