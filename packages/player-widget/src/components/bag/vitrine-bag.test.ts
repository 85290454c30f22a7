import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FakeCart } from '../../test/fake-cart.ts';
import { product } from '../../test/fixtures.ts';
import { shirt } from '../../test/products.ts';
import { assertAccessible, atRest, deep, stage, type Stage } from '../../test/stage.ts';
import { activeElement } from './active-element.ts';
import { waitUntil } from '../../test/wait-until.ts';

const PRODUCTS = [product('mug'), shirt(), product('lamp', { availability: 'out_of_stock' })];

const bagButton = ({ bag }: Stage): HTMLElement => deep(bag.renderRoot, '.bag') as HTMLElement;
const dialog = ({ bag }: Stage): HTMLDialogElement => deep(bag.renderRoot, 'dialog') as HTMLDialogElement;
const isOpen = (on: Stage): boolean => dialog(on).checkVisibility();

/** Opened by its button, as a shopper does, with its list. */
async function openShelf(on: Stage): Promise<void> {
  bagButton(on).focus();
  bagButton(on).click();
  await waitUntil(() => isOpen(on) && deep(on.bag.renderRoot, 'li'), 'the list');
  await atRest(on);
}

function row(on: Stage, id: string): HTMLElement {
  return deep(on.bag.renderRoot, `li[data-id="${id}"]`) as HTMLElement;
}

function cancelAll(type: keyof HTMLElementEventMap, on: Stage): Event[] {
  const asked: Event[] = [];
  on.host.addEventListener(type, (event) => {
    event.preventDefault();
    asked.push(event);
  });
  return asked;
}

describe('<vitrine-bag>', () => {
  it('is accessible: closed, with all products, with one, over the page, when the show is over', async () => {
    const on = await stage({ products: PRODUCTS, moments: { mug: 5 } });
    await assertAccessible(on);
    await openShelf(on);
    await assertAccessible(on);
    on.bag.openProduct('shirt');
    await waitUntil(() => deep(on.bag.renderRoot, 'fieldset'));
    await assertAccessible(on);
    on.bag.openProduct('lamp');
    await waitUntil(() => deep(on.bag.renderRoot, '.others'));
    await assertAccessible(on);
    const small = await stage({ products: PRODUCTS, width: 390, height: 219 });
    await openShelf(small);
    await assertAccessible(small);
    small.bag.close();
    await small.bag.updateComplete;
    small.engine.currentTime = 600;
    await waitUntil(() => deep(small.bag.renderRoot, '.ending'));
    await assertAccessible(small);
  });

  it('says how many products there are, and opens and closes', async () => {
    const on = await stage({ products: PRODUCTS });
    expect(bagButton(on).ariaLabel).to.equal('3 products in this video');
    expect(bagButton(on).textContent.trim()).to.equal('3');
    await openShelf(on);
    expect(bagButton(on).ariaExpanded).to.equal('true');
    expect(dialog(on).contains(activeElement() ?? null), 'the focus is inside').to.equal(true);
    expect(on.engine.paused).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(on));
    expect(activeElement()).to.equal(bagButton(on));
  });

  it('lets nothing of the picture through its list, also where the shop’s cards do', async () => {
    const on = await stage({ products: PRODUCTS });
    on.host.style.setProperty('--vitrine-surface', 'rgb(255 0 0 / 50%)');
    await openShelf(on);
    expect(getComputedStyle(dialog(on)).backgroundColor).to.equal('color(srgb 1 0 0)');
  });

  it('is not there behind the play button, and not without products', async () => {
    const on = await stage({ products: PRODUCTS });
    on.store.update({ wanted: false });
    await on.bag.updateComplete;
    expect(on.bag.checkVisibility()).to.equal(false);
    const empty = await stage({ products: [] });
    expect(empty.bag.checkVisibility()).to.equal(false);
  });

  for (const [width, height, place] of [
    [960, 540, 'side'],
    [390, 700, 'lower'],
    [390, 219, 'page'],
  ] as const) {
    it(`keeps its panel and its button apart and in reach, ${String(width)} × ${String(height)}: ${place}`, async () => {
      const on = await stage({ products: PRODUCTS, width, height });
      await openShelf(on);
      await atRest(on);
      expect(on.bag.dataset['place']).to.equal(place);
      const [panel, frame] = [dialog(on).getBoundingClientRect(), on.base.getBoundingClientRect()];
      if (place === 'page') expect(panel.bottom).to.be.closeTo(innerHeight, 1);
      else {
        expect(panel.right).to.be.closeTo(frame.right, 1);
        expect(panel.bottom).to.be.closeTo(frame.bottom, 1);
        expect(panel.width * panel.height).to.be.lessThan(frame.width * frame.height * 0.75);
      }
      expect(dialog(on).matches(':modal')).to.equal(false);
    });
  }

  it('closes over the page when somebody turns to the page, and leaves the focus there', async () => {
    const on = await stage({ products: PRODUCTS, width: 390, height: 219 });
    const elsewhere = await fixture<HTMLElement>(html`<button>Elsewhere</button>`);
    await openShelf(on);
    elsewhere.focus();
    await waitUntil(() => !isOpen(on));
    expect(document.activeElement).to.equal(elsewhere);
  });

  it('goes from the list to a product and back, the focus with it', async () => {
    const on = await stage({ products: PRODUCTS });
    await openShelf(on);
    row(on, 'shirt').querySelector<HTMLElement>('.action')?.click();
    await waitUntil(() => deep(on.bag.renderRoot, 'fieldset'));
    expect(dialog(on).querySelector('h2')?.textContent).to.equal('Product shirt');
    await waitUntil(() => activeElement() === dialog(on));
    dialog(on).querySelector<HTMLElement>('[aria-label="Back to all products"]')?.click();
    await on.bag.updateComplete;
    expect(dialog(on).querySelector('h2')?.textContent).to.equal('In this video');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => activeElement() === bagButton(on));
  });

  it('lets the page take over', async () => {
    const on = await stage({ products: PRODUCTS });
    const asked = cancelAll('vitrine-product-open', on);
    await openShelf(on);
    row(on, 'mug').querySelector<HTMLElement>('.open')?.click();
    expect(asked).to.have.length(1);
    await on.bag.updateComplete;
    expect(dialog(on).querySelector('h2')?.textContent).to.equal('In this video');
  });

  it('follows the player from one event to another', async () => {
    const on = await stage({ products: PRODUCTS });
    on.bag.openProduct('shirt');
    await waitUntil(() => isOpen(on));
    on.store.update({ products: [product('vase')] });
    await waitUntil(() => !isOpen(on));
    expect(bagButton(on).ariaLabel).to.equal('1 product in this video');
  });

  it('keeps hostile names as text', async () => {
    const title = '<img src=x onerror="window.pwned = true"><b id="injected">';
    const on = await stage({
      products: [product('"><b>', { title, url: 'javascript:alert(1)', brand: title })],
    });
    await openShelf(on);
    row(on, CSS.escape('"><b>')).querySelector<HTMLElement>('.open')?.click();
    await waitUntil(() => deep(on.bag.renderRoot, '.product'));
    expect(dialog(on).querySelector('h2')?.textContent).to.equal(title);
    expect(deep(on.bag.renderRoot, '#injected, a')).to.equal(undefined);
    expect('pwned' in window).to.equal(false);
  });

  describe('when an archive has ended', () => {
    it('has all products beside a way to see it again', async () => {
      const on = await stage({ products: PRODUCTS });
      const before = activeElement();
      on.engine.currentTime = 600;
      await waitUntil(() => isOpen(on));
      expect(activeElement()).to.equal(before);
      const again = deep(on.bag.renderRoot, '.again');
      expect(again?.textContent.trim()).to.equal('Watch again');
      again?.click();
      await waitUntil(() => !isOpen(on) && !deep(on.bag.renderRoot, '.ending'));
      expect(on.engine.currentTime).to.be.lessThan(5);
      expect(on.engine.paused).to.equal(false);
    });

    it('goes where the player has become too small for it, if nobody is in it', async () => {
      const on = await stage({ products: PRODUCTS });
      const before = activeElement();
      on.engine.currentTime = 600;
      await waitUntil(() => isOpen(on));
      Object.assign(on.host.style, { width: '390px', height: '219px' });
      await waitUntil(() => on.bag.dataset['place'] !== 'side', 'it has another place, or none');
      expect(activeElement() === before, 'the focus is where it was').to.equal(true);
      await waitUntil(() => !isOpen(on), 'it is closed');
    });

    it('stays in a smaller player with whoever is in it', async () => {
      const on = await stage({ products: PRODUCTS });
      on.engine.currentTime = 600;
      await waitUntil(() => isOpen(on) && row(on, 'mug'));
      row(on, 'mug').querySelector<HTMLElement>('.open')?.focus();
      Object.assign(on.host.style, { width: '390px', height: '219px' });
      await waitUntil(() => on.bag.dataset['place'] !== 'side', 'it has another place');
      expect(isOpen(on)).to.equal(true);
      expect(dialog(on).matches(':focus-within')).to.equal(true);
    });

    it('opens nothing over the page of a small player unasked', async () => {
      const on = await stage({ products: PRODUCTS, width: 390, height: 219 });
      on.engine.currentTime = 600;
      await waitUntil(() => deep(on.bag.renderRoot, '.ending'));
      expect(isOpen(on)).to.equal(false);
      deep(on.bag.renderRoot, '.all')?.click();
      await waitUntil(() => isOpen(on));
    });
  });

  describe('with a cart', () => {
    async function withCart(change: Partial<FakeCart> = {}): Promise<Stage & { cart: FakeCart }> {
      const on = await stage({ products: PRODUCTS });
      const cart = Object.assign(new FakeCart(), change);
      on.store.update({ cart });
      await openShelf(on);
      return { ...on, cart };
    }
    const add = (on: Stage): HTMLElement =>
      row(on, 'mug').querySelector<HTMLElement>('.action') as HTMLElement;
    const said = ({ base }: Stage): string => deep(base, '.announcement')?.textContent ?? '';

    it('adds once however often one taps, and confirms it in the button, on the bag and in words', async () => {
      const on = await withCart();
      const changed = oneEvent(on.host, 'vitrine-cart-changed');
      add(on).click();
      add(on).click();
      await waitUntil(() => add(on).textContent.trim() === 'Added');
      add(on).click();
      await assertAccessible(on);
      expect((await changed).detail.cart.lines).to.have.length(1);
      expect(on.cart.lines).to.deep.equal([{ productId: 'mug', quantity: 1 }]);
      await waitUntil(() => said(on) === 'Added: Product mug', 'it is said');
      await waitUntil(() => bagButton(on).textContent.trim() === '1');
      expect(bagButton(on).ariaLabel).to.equal('3 products in this video, 1 in your bag');
      expect(dialog(on).querySelector('.foot')?.textContent)
        .to.include('1 in your bag')
        .and.to.include('€19.00');
      await waitUntil(() => add(on).textContent.trim() === 'Add', 'it can be added again');
    });

    it('says in plain words why it was not added, to the developer too, and tries again', async () => {
      const on = await withCart();
      on.cart.refuse(Object.assign(new Error('409 from /cart'), { reason: 'not_enough' }));
      const told = oneEvent(on.host, 'vitrine-error');
      add(on).click();
      await waitUntil(() => add(on).textContent.trim() === 'Try again');
      expect(row(on, 'mug').textContent).to.include('There are not that many left.');
      await waitUntil(() => said(on) === 'There are not that many left.', 'it is said');
      expect((await told).detail).to.include({ code: 'CART_FAILED', fatal: false });
      expect((await told).detail.message).to.include('409 from /cart');
      await assertAccessible(on);
      const from = performance.now();
      await waitUntil(() => performance.now() - from > 500, 'no double tap any more');
      add(on).click();
      await waitUntil(() => on.cart.lines.length === 1);
    });

    it('asks the page before it adds', async () => {
      const on = await withCart();
      const asked = cancelAll('vitrine-add-to-cart', on);
      add(on).click();
      expect(asked).to.have.length(1);
      await on.bag.updateComplete;
      expect(add(on).textContent.trim()).to.equal('Add');
      expect(on.cart.lines).to.deep.equal([]);
    });

    it('leads to the checkout, unless the page takes over', async () => {
      const on = await withCart({ checkoutUrl: '/checkout' });
      on.cart.change([{ productId: 'mug', quantity: 2 }]);
      await waitUntil(() => dialog(on).querySelector('.check-out'));
      const asked = cancelAll('vitrine-checkout', on);
      dialog(on).querySelector<HTMLElement>('.check-out')?.click();
      const { detail } = asked[0] as HTMLElementEventMap['vitrine-checkout'];
      expect(detail.url).to.equal(new URL('/checkout', document.baseURI).href);
      expect(detail.cart.lines).to.deep.equal([{ productId: 'mug', quantity: 2 }]);
    });

    it('follows another cart, and lets go of it when the player goes', async () => {
      const on = await withCart();
      await waitUntil(() => on.cart.listeners === 1);
      const other = new FakeCart();
      on.store.update({ cart: other });
      await waitUntil(() => other.listeners === 1 && on.cart.listeners === 0);
      on.host.remove();
      expect(other.listeners).to.equal(0);
    });
  });
});
