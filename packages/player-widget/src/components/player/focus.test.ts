import { expect, fixture, html } from '@open-wc/testing';
import type { LiveEvent } from '@vitrine/product-cues';
import { PlayerError } from '../../media/player-error.ts';
import type { PlayerState, PlayerStore } from '../../store/player-store.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { event, product } from '../../test/fixtures.ts';
import { shellStage } from '../../test/shell-stage.ts';
import { deep } from '../../test/stage.ts';
import { activeElement } from '../bag/active-element.ts';
import '../../vitrine.ts';
import '../event-screen/vitrine-event-screen.ts';
import '../product-overlay/vitrine-product-overlay.ts';
import type { VitrineProductOverlay } from '../product-overlay/vitrine-product-overlay.ts';
import { catchFocus } from './catch-focus.ts';
import type { VitrinePlayer } from './vitrine-player.ts';
import { waitUntil } from '../../test/wait-until.ts';

const variants = ['S', 'L'].map((Size) => ({ ...product(Size), options: { Size } }));
const PRODUCTS = [product('mug', { variants }), product('lamp')];
const LIVE: LiveEvent = event({
  status: 'live',
  products: PRODUCTS,
  playback: { type: 'live', url: 'https://live.example/show.m3u8' },
});
const ENDED: LiveEvent = { ...LIVE, status: 'ended', playback: null };
/** The engine is closed, and the play button waits for the next one. */
const CLOSED: Partial<PlayerState> = { engine: undefined, shown: [], hasPicture: false, stopped: undefined };
/** The button of the main card. */
const CARD = 'vitrine-product-card >>> .action';

interface Watching {
  readonly root: ShadowRoot;
  readonly store: PlayerStore;
}

/** A player that shows a live event with its products on screen: its state is what an engine would make it. */
async function watching(): Promise<Watching> {
  const player = await fixture<VitrinePlayer>(
    html`<vitrine-player
      preload="none"
      src="https://live.example/show.m3u8"
      style="width: 960px"
    ></vitrine-player>`,
  );
  const root = player.shadowRoot as ShadowRoot;
  const overlay = root.querySelector('vitrine-product-overlay') as VitrineProductOverlay;
  const store = overlay.store as PlayerStore;
  const engine = new FakeEngine({ show: { duration: Infinity } });
  await engine.load({ type: 'live', url: 'show' });
  store.update({ event: LIVE, products: PRODUCTS, engine, wanted: true, hasPicture: true });
  store.update({ shown: PRODUCTS.map((one) => ({ product: one, at: [0.5, 0.4] })) });
  await waitUntil(() => deep(root, 'vitrine-product-hold') && deep(root, '.bag'), 'cards and bag');
  return { root, store };
}

/** What matches in the shadow root of what matches before. */
function find(root: ShadowRoot, path: string): HTMLElement | undefined {
  const [first = '', inner] = path.split(' >>> ');
  const found = deep(root, first);
  return inner === undefined ? found : (found?.shadowRoot?.querySelector<HTMLElement>(inner) ?? undefined);
}

async function focusOn(root: ShadowRoot, path: string): Promise<HTMLElement> {
  const wanted = (): HTMLElement | undefined => find(root, path);
  await waitUntil(() => wanted()?.checkVisibility({ visibilityProperty: true }), path);
  wanted()?.focus();
  expect(activeElement() === wanted(), path).to.equal(true);
  return wanted() as HTMLElement;
}

/** Where the focus comes to rest; whoever is nowhere is at the top of the page. */
async function rests(at: () => Element | null | undefined, where: string): Promise<void> {
  await waitUntil(() => {
    const active = activeElement();
    return active?.checkVisibility({ visibilityProperty: true }) && active === at();
  }, where);
  await settled();
  expect(activeElement() === at(), `it stays ${where}`).to.equal(true);
}

/** By then a browser has taken the focus from what is not there any more, and it has been caught. */
async function settled(): Promise<void> {
  for (let picture = 0; picture < 2; picture += 1) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => setTimeout(done));
}

describe('the focus in a player', () => {
  for (const selector of [CARD, 'vitrine-product-hold >>> button', '.hotspot'])
    it(`stays among the products when what has it goes: ${selector}`, async () => {
      const { root, store } = await watching();
      await focusOn(root, selector);
      store.update({ shown: [] });
      await rests(() => root.querySelector('vitrine-product-overlay'), 'among the products');
    });

  it('goes on at the button of the screen that comes over a card', async () => {
    const { root, store } = await watching();
    await focusOn(root, CARD);
    store.update({ error: new PlayerError('NETWORK') });
    await rests(() => find(root, 'vitrine-event-screen >>> .action'), 'at the screen');
  });

  it('goes on at the button of the screen that comes over the play button', async () => {
    const { root, store } = await watching();
    store.update({ ...CLOSED, wanted: false });
    await focusOn(root, 'vitrine-facade >>> button');
    store.update({ error: new PlayerError('NETWORK') });
    await rests(() => find(root, 'vitrine-event-screen >>> .action'), 'at the screen');
  });

  it('stays with the player when the stream of a hotspot breaks off', async () => {
    const { root, store } = await watching();
    await focusOn(root, '.hotspot');
    store.update({ shown: [], stopped: 'interrupted' });
    await rests(() => root.querySelector('.base'), 'with the player');
  });

  it('goes on at the play button when the button of a screen goes with it', async () => {
    const { root, store } = await watching();
    store.update({ stopped: 'ended', shown: [], replay: event({ products: PRODUCTS }) });
    await focusOn(root, 'vitrine-event-screen >>> .action');
    store.update({ ...CLOSED, replay: undefined, event: event({ products: PRODUCTS }) });
    await rests(() => find(root, 'vitrine-facade >>> button'), 'at the play button');
  });

  it('stays in the list of products when the show ends, and with the player when there is nothing to sell', async () => {
    const { root, store } = await watching();
    deep(root, '.bag')?.click();
    const open = await focusOn(root, 'vitrine-product-shelf >>> .open');
    store.update({ ...CLOSED, event: ENDED });
    await rests(() => open, 'in the list');
    store.update({ products: PRODUCTS.slice(1) });
    await rests(() => deep(root, 'dialog'), 'in the panel of the list');
    store.update({ event: { ...ENDED, products: [] }, products: [] });
    await rests(() => root.querySelector('.base'), 'with the player');
  });

  it('stays with the player when the show ends for somebody at the bag', async () => {
    const { root, store } = await watching();
    await focusOn(root, '.bag');
    store.update({ ...CLOSED, event: ENDED });
    await waitUntil(() => deep(root, 'dialog')?.checkVisibility(), 'all products');
    await rests(() => root.querySelector('.base'), 'with the player');
  });

  it('stays in the choice of a product whose card goes, and comes back to the bag from there', async () => {
    const { root, store } = await watching();
    (await focusOn(root, CARD)).click();
    const choice = await focusOn(root, 'vitrine-variant-picker >>> input');
    store.update({ shown: [] });
    await rests(() => choice, 'in the choice');
    choice.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await rests(() => deep(root, '.bag'), 'at the bag');
  });

  it('stays with the player when its controls go', async () => {
    const engine = new FakeEngine({ show: { duration: 60 } });
    await engine.load({ type: 'archive', url: 'show', captions: false });
    const { base, button, close } = await shellStage(engine);
    catchFocus(base, new AbortController());
    button('Fullscreen').focus();
    close();
    await rests(() => base, 'with the player');
  });

  it('is left alone where somebody is elsewhere on the page, or nowhere', async () => {
    const { root, store } = await watching();
    const elsewhere = await fixture<HTMLElement>(html`<button>Elsewhere</button>`);
    const changes: readonly Partial<PlayerState>[] = [
      { shown: [] },
      { error: new PlayerError('NETWORK') },
      { error: undefined, stopped: 'interrupted' },
      { ...CLOSED, event: ENDED },
    ];
    for (const leave of [() => elsewhere.focus(), () => activeElement()?.blur()]) {
      store.update({ event: LIVE, stopped: undefined, error: undefined, wanted: true, hasPicture: true });
      store.update({ shown: PRODUCTS.map((one) => ({ product: one, at: undefined })) });
      await focusOn(root, CARD);
      leave();
      await settled();
      const was = activeElement();
      for (const change of changes) {
        store.update(change);
        await settled();
        expect(activeElement() === was).to.equal(true);
      }
    }
  });
});
