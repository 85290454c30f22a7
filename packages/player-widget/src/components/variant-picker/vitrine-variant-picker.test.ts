import { applySet, type Product } from '@vitrine/product-cues';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ProductRequest } from '../../commerce/product-requests.ts';
import { FakeCart } from '../../test/fake-cart.ts';
import { product } from '../../test/fixtures.ts';
import { shirt, variant } from '../../test/products.ts';
import { assertAccessible, atRest, deep, stage, type Stage } from '../../test/stage.ts';
import { activeElement } from '../bag/active-element.ts';
import { waitUntil } from '../../test/wait-until.ts';

async function picking(products: readonly Product[], id = 'shirt'): Promise<Stage> {
  const on = await stage({ products });
  on.bag.openProduct(id);
  await waitUntil(() => deep(on.bag.renderRoot, '.product'), 'the product');
  await atRest(on);
  return on;
}

const picker = ({ bag }: Stage): ShadowRoot =>
  deep(bag.renderRoot, 'vitrine-variant-picker')?.shadowRoot as ShadowRoot;
const words = (on: Stage): string => (picker(on).textContent ?? '').replaceAll(/\s+/g, ' ');
const message = (on: Stage): string => picker(on).querySelector('.message')?.textContent ?? '';
const radio = (on: Stage, value: string): HTMLInputElement =>
  picker(on).querySelector(`input[type=radio][value="${value}"]`) as HTMLInputElement;
const action = (on: Stage): HTMLElement => picker(on).querySelector('.action') as HTMLElement;

async function pick(on: Stage, ...values: string[]): Promise<void> {
  for (const value of values) {
    radio(on, value).click();
    await (deep(on.bag.renderRoot, 'vitrine-variant-picker') as Stage['bag']).updateComplete;
  }
}

/** Details of what is asked to be added; nothing is. */
function wishes({ host }: Stage): ProductRequest[] {
  const asked: ProductRequest[] = [];
  host.addEventListener('vitrine-add-to-cart', (event) => {
    event.preventDefault();
    asked.push(event.detail);
  });
  return asked;
}

describe('<vitrine-variant-picker>', () => {
  it('is accessible before and after a choice, with what is sold out, and when adding fails', async () => {
    const on = await picking([shirt(), product('mug')]);
    await assertAccessible(on);
    await pick(on, 'S', 'Blue');
    await assertAccessible(on);
    await pick(on, 'Red');
    const cart = new FakeCart();
    cart.refuse(new Error('no'));
    on.store.update({ cart });
    action(on).click();
    await waitUntil(() => action(on).textContent.trim() === 'Try again');
    await assertAccessible(on);
  });

  it('asks for what is left to choose before it adds, and leads there', async () => {
    const on = await picking([shirt()]);
    const asked = wishes(on);
    expect(words(on)).to.include('From €19.00');
    action(on).click();
    await waitUntil(() => message(on) === 'Choose first: Size, Colour');
    expect(activeElement()).to.equal(radio(on, 'S'));
    await pick(on, 'L');
    action(on).click();
    await waitUntil(() => message(on) === 'Choose first: Colour');
    expect(asked).to.deep.equal([]);
  });

  it('adds the one variant that is chosen, as many as wanted', async () => {
    const on = await picking([shirt()]);
    const asked = wishes(on);
    await pick(on, 'L', 'Blue');
    expect(words(on)).to.include('€24.00');
    picker(on).querySelector<HTMLElement>('[aria-label="One more"]')?.click();
    const field = picker(on).querySelector<HTMLInputElement>('input[type=number]');
    await waitUntil(() => field?.value === '2');
    action(on).click();
    expect(asked.map(({ variant: chosen, quantity }) => [chosen?.id, quantity])).to.deep.equal([
      ['l-blue', 2],
    ]);
  });

  it('takes no number of pieces that there is not', async () => {
    const on = await picking([product('mug')], 'mug');
    const field = picker(on).querySelector<HTMLInputElement>('input[type=number]') as HTMLInputElement;
    for (const [written, taken] of [
      ['0', '1'],
      ['-4', '1'],
      ['1000', '99'],
      ['2.6', '3'],
      ['', '1'],
    ] as const) {
      field.value = written;
      field.dispatchEvent(new Event('change'));
      await waitUntil(() => field.value === taken, `${written} is ${taken}`);
    }
  });

  it('lets other choices give way to one that there is not with them, and says so', async () => {
    const on = await picking([shirt()]);
    await pick(on, 'S', 'Red');
    expect(radio(on, 'L').ariaLabel).to.equal('L, not with what you have chosen');
    await pick(on, 'L');
    expect(message(on)).to.equal('Colour: Blue instead of Red');
    expect([radio(on, 'L').checked, radio(on, 'Blue').checked]).to.deep.equal([true, true]);
  });

  it('is used by keyboard as radio buttons are', async () => {
    const on = await picking([shirt()]);
    radio(on, 'S').focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => radio(on, 'S').checked);
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => radio(on, 'L').checked);
    expect(activeElement()).to.equal(radio(on, 'L'));
  });

  it('offers other choices in the place of one that is sold out', async () => {
    const on = await picking([shirt(), product('mug')]);
    await pick(on, 'S', 'Blue');
    expect(words(on)).to.include('Sold out').and.to.include('Still available');
    const [nearest] = picker(on).querySelectorAll<HTMLElement>('.other');
    expect(nearest?.textContent.trim()).to.equal('S, Red');
    nearest?.focus();
    nearest?.click();
    await waitUntil(() => radio(on, 'Red').checked);
    expect(activeElement(), 'the focus is at what is next').to.equal(action(on));
  });

  it('offers similar products in the place of one that is sold out altogether', async () => {
    const on = await picking([product('lamp', { availability: 'out_of_stock' }), product('mug')], 'lamp');
    expect(words(on)).to.include('Similar products').and.to.include('Product mug');
    picker(on).querySelector<HTMLElement>('.others .open')?.click();
    await waitUntil(() => words(on).includes('In stock') && !words(on).includes('Similar'));
  });

  it('follows the offers of the moment, keeps what was picked, and says what is different', async () => {
    const on = await picking([shirt()]);
    await pick(on, 'S', 'Red');
    const changed = (change: Parameters<typeof variant>[1]): Product =>
      shirt({
        variants: (shirt().variants ?? []).map((one) => (one.id === 's-red' ? { ...one, ...change } : one)),
      });
    on.store.update({ products: [changed({ price: { amount: 1500, currency: 'EUR' } })] });
    await waitUntil(() => message(on) === 'The price is now €15.00.');
    expect(words(on)).to.include('€15.00');
    on.store.update({ products: [changed({ availability: 'out_of_stock' })] });
    await waitUntil(() => message(on) === 'This has just sold out.');
    expect(radio(on, 'Red').checked).to.equal(true);
    expect(radio(on, 'Red').ariaLabel).to.equal('Red, sold out');
    on.store.update({ products: [shirt()] });
    await waitUntil(() => action(on));
  });

  it('tells the price of a unit, also in an offer of the moment', async () => {
    const tea = product('tea', { unitPrice: { price: { amount: 7600, currency: 'EUR' }, unit: 'kg' } });
    const on = await picking([tea], 'tea');
    expect(words(on)).to.include('€76.00 / kg');
    on.store.update({ products: [applySet(tea, { tea: { price: 950 } })] });
    await waitUntil(() => words(on).includes('€38.00 / kg'));
  });

  for (const axes of [1, 2, 3, 4])
    it(`leads through any number of options to one variant: ${String(axes)}`, async () => {
      const names = ['Size', 'Colour', 'Handle', 'Finish'].slice(0, axes);
      const variants = Array.from({ length: 2 ** axes }, (_, index) => {
        const options = names.map(
          (name, axis) => [name, `${name} ${index & (1 << axis) ? 'B' : 'A'}`] as const,
        );
        return variant(`v${String(index)}`, { options: Object.fromEntries(options) });
      });
      const on = await picking([product('shirt', { variants })]);
      const asked = wishes(on);
      expect(picker(on).querySelectorAll('fieldset')).to.have.length(axes);
      await assertAccessible(on);
      for (const [place, name] of names.entries()) {
        action(on).click();
        await waitUntil(() => message(on) === `Choose first: ${names.slice(place).join(', ')}`);
        await pick(on, `${name} B`);
      }
      action(on).click();
      expect(asked.map((wish) => wish.variant?.id)).to.deep.equal([`v${String(2 ** axes - 1)}`]);
    });

  it('works with one variant, and with none', async () => {
    for (const [wanted, change] of [
      ['only', { variants: [variant('only', { options: { Size: 'One size' } })] }],
      [undefined, {}],
    ] as const) {
      const id = `plain-${String(wanted)}`;
      const on = await picking([product(id, change)], id);
      const asked = wishes(on);
      action(on).click();
      expect(asked.map((wish) => wish.variant?.id)).to.deep.equal([wanted]);
    }
  });

  it('keeps hostile options as text', async () => {
    const hostile = '<img src=x onerror="window.pwned = true">';
    const options = { [hostile]: hostile, __proto__: 'x' };
    const variants = [variant('a', { options }), variant('b', { options: { ...options, [hostile]: '"]' } })];
    const on = await picking([product('shirt', { variants })]);
    action(on).click();
    await waitUntil(() => message(on).includes(hostile));
    expect(picker(on).querySelectorAll('img')).to.have.length(0);
    expect('pwned' in window).to.equal(false);
  });
});
