import { expect, fixture, html } from '@open-wc/testing';
import { SeenPlaces } from './seen-places.ts';
import { waitUntil } from '../../test/wait-until.ts';

interface Placed {
  readonly host: HTMLElement;
  readonly card: HTMLElement;
  readonly places: SeenPlaces;
}

describe('whether one sees a product', () => {
  let life: AbortController;
  beforeEach(() => (life = new AbortController()));
  afterEach(() => life.abort());

  async function place(around = html`<div></div>`): Promise<Placed> {
    const outer = await fixture<HTMLElement>(around);
    const host = document.createElement('div');
    host.style.cssText = 'display: block; position: relative; width: 300px; height: 200px';
    const root = host.attachShadow({ mode: 'open' });
    const card = document.createElement('div');
    card.dataset['productId'] = 'mug';
    card.style.cssText = 'position: absolute; left: 10px; bottom: 10px; width: 100px; height: 60px';
    root.append(card);
    outer.append(host);
    return { host, card, places: new SeenPlaces(host, life.signal) };
  }

  /** Resolves when the product is seen. */
  function seen({ places }: Placed): Promise<void> {
    return waitUntil(() => places.isSeen('mug'), 'it is seen');
  }

  it('is so for its card in view, and for nothing that is not there', async () => {
    const placed = await place();
    await seen(placed);
    expect(placed.places.isSeen('lamp')).to.equal(false);
  });

  it('is not so while something of the page lies over it', async () => {
    const placed = await place();
    await seen(placed);
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
    expect(placed.places.isSeen('mug')).to.equal(false);
    dialog.close();
    dialog.remove();
    expect(placed.places.isSeen('mug')).to.equal(true);
  });

  it('is not so while the player hides it behind something of its own', async () => {
    const placed = await place();
    await seen(placed);
    placed.card.style.visibility = 'hidden';
    expect(placed.places.isSeen('mug')).to.equal(false);
    placed.card.style.visibility = '';
    expect(placed.places.isSeen('mug')).to.equal(true);
    placed.card.style.display = 'none';
    expect(placed.places.isSeen('mug')).to.equal(false);
  });

  it('is not so with less than half of it in view, in whatever scrolls', async () => {
    const placed = await place(html`<div style="height: 200px; overflow: auto"></div>`);
    await seen(placed);
    const { parentElement: scroller } = placed.host;
    // The card is 130 to 190 pixels from the top: 24 of its 60 stay.
    if (scroller) scroller.style.height = '154px';
    await waitUntil(() => !placed.places.isSeen('mug'), 'it is out of view');
    placed.host.scrollIntoView({ block: 'end' });
    await seen(placed);
  });

  it('is so where its hotspot alone is there', async () => {
    const placed = await place();
    delete placed.card.dataset['productId'];
    placed.card.dataset['hotspotId'] = 'mug';
    await seen(placed);
  });

  it('is so for what a small player shows in a corner', async () => {
    const placed = await place();
    delete placed.card.dataset['productId'];
    placed.card.dataset['smallProduct'] = 'mug';
    await seen(placed);
    expect(placed.places.isSeen('lamp')).to.equal(false);
  });

  it('is so for what it shows in a window of its own, which stays over all others', async () => {
    const { host, card, places } = await place();
    const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
    Object.defineProperty(window, 'documentPictureInPicture', {
      value: { window: frame.contentWindow },
      configurable: true,
    });
    life.signal.addEventListener('abort', () => Reflect.deleteProperty(window, 'documentPictureInPicture'));
    const small = document.createElement('button');
    small.dataset['smallProduct'] = 'mug';
    small.textContent = 'Mug';
    frame.contentDocument?.body.append(small);
    card.remove();
    expect(places.isSeen('mug'), 'another player’s').to.equal(false);
    host.toggleAttribute('data-away', true);
    expect(places.isSeen('mug')).to.equal(true);
    expect(places.isSeen('lamp')).to.equal(false);
    small.style.display = 'none';
    expect(places.isSeen('mug')).to.equal(false);
  });

  it('is not so while something that the page has put into the player lies over it', async () => {
    const placed = await place();
    await seen(placed);
    placed.host.shadowRoot?.append(document.createElement('slot'));
    const own = document.createElement('p');
    own.style.cssText = 'position: absolute; inset: 0; margin: 0; background: #fff';
    placed.host.append(own);
    expect(placed.places.isSeen('mug')).to.equal(false);
    own.remove();
    expect(placed.places.isSeen('mug')).to.equal(true);
  });
});
