import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ProductRequest } from '../../commerce/product-requests.ts';
import { announcerOf } from '../../internal/announcer.ts';
import { createPlayerStore, type PlayerStore } from '../../store/player-store.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { event, product } from '../../test/fixtures.ts';
import { variant } from '../../test/products.ts';
import type { VitrineProductCard } from '../product-card/vitrine-product-card.ts';
import './vitrine-product-overlay.ts';
import type { VitrineProductOverlay } from './vitrine-product-overlay.ts';
import { waitUntil } from '../../test/wait-until.ts';

interface Shown {
  readonly overlay: VitrineProductOverlay;
  readonly store: PlayerStore;
}

async function overlayWith(...ids: string[]): Promise<Shown> {
  const store = createPlayerStore();
  store.update({
    wanted: true,
    hasPicture: true,
    shown: ids.map((id) => ({ product: product(id), at: undefined })),
  });
  const overlay = await fixture<VitrineProductOverlay>(
    html`<vitrine-product-overlay .store=${store}></vitrine-product-overlay>`,
  );
  return { overlay, store };
}

function shownIds(overlay: Element): (string | undefined)[] {
  return [...overlay.querySelectorAll<HTMLElement>('[data-product-id]')].map(
    (card) => card.dataset['productId'],
  );
}

function heldIds(overlay: Element): (string | undefined)[] {
  return [...overlay.querySelectorAll<HTMLElement>('[data-held-id]')].map((card) => card.dataset['heldId']);
}

function announced(overlay: Element): string {
  return overlay.querySelector('.announcement')?.textContent ?? '';
}

/** Resolves once what comes after the first products is there. */
async function extrasOf(overlay: VitrineProductOverlay): Promise<void> {
  await waitUntil(() => overlay.querySelector('vitrine-product-hold'));
  await overlay.updateComplete;
}

function inCard(overlay: Element, id: string): ShadowRoot {
  return overlay.querySelector(`[data-product-id="${id}"]`)?.shadowRoot as ShadowRoot;
}

/** Cancels every request of this kind and gives the next one: no test may open a tab. */
function takeOver(
  type: 'vitrine-product-open' | 'vitrine-add-to-cart',
): Promise<CustomEvent<ProductRequest>> {
  addEventListener(type, (request) => request.preventDefault(), { once: true });
  return oneEvent(window, type) as Promise<CustomEvent<ProductRequest>>;
}

describe('<vitrine-product-overlay>', () => {
  it('is accessible', async () => {
    const { overlay } = await overlayWith('mug', 'lamp');
    await expect(overlay).to.be.accessible();
  });

  it('shows products in their order, the main one with name, price and button', async () => {
    const { overlay } = await overlayWith('mug', 'lamp', 'vase');
    expect(shownIds(overlay)).to.deep.equal(['mug', 'lamp', 'vase']);
    expect(inCard(overlay, 'mug').textContent).to.include('Product mug').and.to.include('€19.00');
    expect(inCard(overlay, 'lamp').querySelector('button')?.ariaLabel).to.equal('Open Product lamp');
  });

  it('says what is right before the next picture, whatever still fades', async () => {
    const { overlay, store } = await overlayWith('mug');
    store.update({ shown: [{ product: product('lamp'), at: undefined }] });
    await overlay.updateComplete;
    expect(shownIds(overlay)).to.deep.equal(['lamp']);
    store.update({ shown: [] });
    await overlay.updateComplete;
    expect(shownIds(overlay)).to.deep.equal([]);
  });

  it('lets nothing of the last products fade over the picture that one has gone to', async () => {
    const { overlay, store } = await overlayWith('mug');
    const engine = new FakeEngine({ show: { duration: 60 } });
    await engine.load({ type: 'archive', url: 'show', captions: false });
    store.update({ engine });
    await overlay.updateComplete;
    const show = async (id: string): Promise<number> => {
      store.update({ shown: [{ product: product(id), at: undefined }] });
      await overlay.updateComplete;
      return overlay.querySelectorAll('.leaving').length;
    };
    await extrasOf(overlay);
    expect(await show('lamp'), 'while it plays').to.equal(1);
    await waitUntil(() => !overlay.querySelector('.leaving'));
    engine.currentTime = 30;
    expect(await show('vase'), 'after a seek').to.equal(0);
  });

  it('keeps the element of a product that stays', async () => {
    const { overlay, store } = await overlayWith('mug', 'lamp');
    const lamp = overlay.querySelector('[data-product-id="lamp"]');
    store.update({ shown: [{ product: product('lamp'), at: undefined }] });
    await overlay.updateComplete;
    expect(overlay.querySelector('[data-product-id="lamp"]')).to.equal(lamp);
  });

  it('shows the offer of the moment', async () => {
    const { overlay, store } = await overlayWith();
    const price = { amount: 1500, currency: 'EUR' };
    const compareAtPrice = { amount: 2400, currency: 'EUR' };
    store.update({ shown: [{ product: product('mug', { price, compareAtPrice }), at: undefined }] });
    await overlay.updateComplete;
    expect(inCard(overlay, 'mug').querySelector('b')?.textContent).to.equal('€15.00');
    expect(inCard(overlay, 'mug').querySelector('s')?.textContent).to.equal('€24.00');
  });

  it('shows the offer of the one variant that there is: it is what is added', async () => {
    const { overlay, store } = await overlayWith();
    const flash = variant('one', { price: { amount: 900, currency: 'EUR' } });
    store.update({ shown: [{ product: product('mug', { variants: [flash] }), at: undefined }] });
    await overlay.updateComplete;
    expect(inCard(overlay, 'mug').querySelector('.price')?.textContent).to.include('€9.00');
  });

  it('offers the replay, whatever is on screen', async () => {
    const { overlay, store } = await overlayWith();
    let asked = 0;
    overlay.onReplay = () => asked++;
    store.update({ replay: event() });
    await waitUntil(() => overlay.querySelector('.offer'), 'the offer');
    overlay.querySelector<HTMLElement>('.offer')?.click();
    expect(asked).to.equal(1);
    store.update({ replay: undefined });
    await waitUntil(() => !overlay.querySelector('.offer'), 'it is gone');
  });

  it('asks the page to add a product, by keyboard', async () => {
    const { overlay } = await overlayWith('mug');
    const asked = takeOver('vitrine-add-to-cart');
    inCard(overlay, 'mug').querySelector<HTMLElement>('.action')?.focus();
    await sendKeys({ press: 'Enter' });
    const { detail, cancelable } = await asked;
    expect(cancelable).to.equal(true);
    expect(detail.product.id).to.equal('mug');
    expect(detail).to.include({ quantity: 1, mediaTime: 0, url: 'https://shop.example/products/mug' });
  });

  it('takes two taps for one, and asks again later', async () => {
    const { overlay } = await overlayWith('kettle');
    await extrasOf(overlay);
    const asked: string[] = [];
    const count = (event: Event): void => {
      event.preventDefault();
      asked.push(event.type);
    };
    addEventListener('vitrine-add-to-cart', count);
    const action = inCard(overlay, 'kettle').querySelector<HTMLElement>('.action');
    action?.click();
    action?.click();
    expect(asked).to.have.length(1);
    const from = performance.now();
    await waitUntil(() => performance.now() - from > 500);
    action?.click();
    removeEventListener('vitrine-add-to-cart', count);
    expect(asked).to.have.length(2);
  });

  it('asks the page to open what has to be chosen, and what is sold out', async () => {
    const { overlay, store } = await overlayWith();
    const variant = {
      sku: 's',
      title: 't',
      price: product('mug').price,
      availability: 'in_stock',
      options: {},
    } as const;
    const variants = [
      { ...variant, id: 'small' },
      { ...variant, id: 'large' },
    ];
    const shown = [product('mug', { variants }), product('jug', { availability: 'out_of_stock' })];
    for (const [index, text] of ['Choose', 'Similar'].entries()) {
      const next = shown[index];
      if (next) store.update({ shown: [{ product: next, at: undefined }] });
      await overlay.updateComplete;
      const action = inCard(overlay, next?.id ?? '').querySelector<HTMLElement>('.action');
      expect(action?.textContent?.trim()).to.equal(text);
      const asked = takeOver('vitrine-product-open');
      action?.click();
      expect((await asked).detail.product.id).to.equal(next?.id);
    }
  });

  it('keeps hostile product text as text, and leads nowhere but to web pages', async () => {
    const { overlay, store } = await overlayWith();
    const hostile = product('"><b id="injected">', {
      title: '<img src=x onerror="window.pwned = true">',
      url: 'javascript:window.pwned = true',
      images: ['javascript:window.pwned = true'],
    });
    store.update({ shown: [{ product: hostile, at: [0.5, 0.5] }] });
    await overlay.updateComplete;
    const card = overlay.querySelector('[data-product-id]')?.shadowRoot;
    expect(card?.textContent).to.include('onerror');
    expect(card?.querySelector('img')).to.equal(null);
    expect(document.querySelector('#injected')).to.equal(null);
    const asked = takeOver('vitrine-product-open');
    card?.querySelector<HTMLElement>('.open')?.click();
    expect((await asked).detail.url).to.equal(undefined);
    expect('pwned' in window).to.equal(false);
  });

  it('puts a hotspot at its place, which opens the product', async () => {
    const { overlay, store } = await overlayWith();
    overlay.style.cssText = 'position: absolute; width: 400px; height: 200px';
    store.update({ shown: [{ product: product('mug'), at: [0.25, 0.5] }] });
    await overlay.updateComplete;
    const hotspot = overlay.querySelector<HTMLElement>('[data-hotspot-id="mug"]');
    expect([hotspot?.style.left, hotspot?.style.top]).to.deep.equal(['25%', '50%']);
    const asked = takeOver('vitrine-product-open');
    hotspot?.click();
    expect((await asked).detail.product.id).to.equal('mug');
  });

  it('keeps the focus of whoever is among products that go away, and gives it to none of the others', async () => {
    const { overlay, store } = await overlayWith('mug');
    inCard(overlay, 'mug').querySelector<HTMLElement>('.action')?.focus();
    store.update({ shown: [{ product: product('lamp'), at: undefined }] });
    await overlay.updateComplete;
    expect(document.activeElement?.localName).to.equal(overlay.localName);
    await sendKeys({ press: 'Tab' });
    expect(inCard(overlay, 'lamp').activeElement?.className).to.equal('open');
  });

  it('leaves the focus where it is when it is elsewhere', async () => {
    const { overlay, store } = await overlayWith('mug');
    const button = await fixture<HTMLElement>(html`<button>Elsewhere</button>`);
    button.focus();
    store.update({ shown: [] });
    await overlay.updateComplete;
    expect(document.activeElement === button).to.equal(true);
  });

  it('tells those who cannot see what is shown', async () => {
    const { overlay } = await overlayWith('mug', 'lamp');
    await waitUntil(() => announced(overlay) === 'Now showing: Product mug, Product lamp');
  });

  it('tells nothing of what lies behind the play button, and all of it once somebody plays', async () => {
    const { overlay, store } = await overlayWith();
    const heard: string[] = [];
    new MutationObserver(() => heard.push(announced(overlay))).observe(overlay, {
      childList: true,
      subtree: true,
    });
    store.update({ wanted: false, shown: [{ product: product('mug'), at: undefined }] });
    await extrasOf(overlay);
    announcerOf(overlay).announce('cart', 'Something else');
    await waitUntil(() => announced(overlay) === 'Something else');
    expect(heard.filter((text) => text.includes('mug'))).to.deep.equal([]);
    store.update({ wanted: true });
    await waitUntil(() => announced(overlay) === 'Now showing: Product mug', 'it is told');
  });

  it('tells no more than one thing in three seconds, and of what came and went only the end', async () => {
    const { overlay, store } = await overlayWith('mug');
    await waitUntil(() => announced(overlay).includes('mug'));
    const first = performance.now();
    const heard: string[] = [];
    new MutationObserver(() => heard.push(announced(overlay))).observe(overlay, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    for (const id of ['lamp', 'vase', 'board']) {
      store.update({ shown: [{ product: product(id), at: undefined }] });
      await overlay.updateComplete;
    }
    await waitUntil(() => announced(overlay).includes('board'), 'the last');
    expect(performance.now() - first).to.be.greaterThan(2_900);
    expect(heard.join()).not.to.include('lamp').and.not.to.include('vase');
  });

  describe('held', () => {
    async function held(...ids: string[]): Promise<Shown & { hold: HTMLElement }> {
      const shown = await overlayWith(...ids);
      shown.store.update({ products: ['mug', 'lamp', 'vase'].map((id) => product(id)) });
      await extrasOf(shown.overlay);
      const hold = shown.overlay
        .querySelector('vitrine-product-hold')
        ?.shadowRoot?.querySelector('button') as HTMLElement;
      hold.click();
      await shown.overlay.updateComplete;
      return { ...shown, hold };
    }

    it('keeps the cards that are there, marks what is no longer on screen, and lets go', async () => {
      const { overlay, store, hold } = await held('mug', 'lamp');
      await expect(overlay).to.be.accessible();
      store.update({ shown: [{ product: product('lamp'), at: [0.5, 0.5] }] });
      await overlay.updateComplete;
      expect(heldIds(overlay)).to.deep.equal(['mug']);
      expect(shownIds(overlay), 'what is on screen').to.deep.equal(['lamp']);
      store.update({ shown: [{ product: product('vase'), at: [0.5, 0.5] }] });
      await overlay.updateComplete;
      expect(heldIds(overlay)).to.deep.equal(['mug', 'lamp']);
      expect(overlay.querySelector('.hotspot')?.getAttribute('data-hotspot-id')).to.equal('vase');
      expect(hold.textContent).to.include('Held');
      hold.click();
      await overlay.updateComplete;
      expect([heldIds(overlay), shownIds(overlay)]).to.deep.equal([[], ['vase']]);
    });

    it('has the price of the moment all the same', async () => {
      const { overlay, store } = await held('mug');
      const dearer = product('mug', { price: { amount: 2500, currency: 'EUR' } });
      store.update({ shown: [], products: [dearer] });
      await overlay.updateComplete;
      const card = overlay.querySelector<VitrineProductCard>('[data-held-id="mug"]');
      await card?.updateComplete;
      expect(card?.shadowRoot?.textContent).to.include('€25.00');
    });

    it('lets go by itself of products that the event does not have', async () => {
      const { overlay, store } = await held('mug');
      store.update({ shown: [{ product: product('jug'), at: undefined }], products: [product('jug')] });
      await overlay.updateComplete;
      expect([heldIds(overlay), shownIds(overlay)]).to.deep.equal([[], ['jug']]);
    });
  });
});
