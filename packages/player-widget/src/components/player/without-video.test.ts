import { expect, oneEvent } from '@open-wc/testing';
import '../../vitrine.ts';
import { FakeCart } from '../../test/fake-cart.ts';
import { event, product } from '../../test/fixtures.ts';
import { until } from '../../test/happenings.ts';
import { answer, CDN, SERVICE } from '../../test/mock-requests.ts';
import { shirt } from '../../test/products.ts';
import { deep } from '../../test/stage.ts';
import { placeArchive } from '../../test/archive-page.ts';
import type { VitrinePlayer } from './vitrine-player.ts';

const VIDEO = `${CDN}/none.m3u8`;

describe('an event whose video is not to be had', () => {
  let player: VitrinePlayer;
  afterEach(() => player.remove());

  /** Through shadow roots, of the player or of an element in it, once one can see it. */
  async function seen(selector: string, within: HTMLElement = player): Promise<HTMLElement> {
    const find = (): HTMLElement | undefined => deep(within.shadowRoot ?? within, selector);
    await until(`${selector} is seen`, () => !!find()?.checkVisibility());
    return find() as HTMLElement;
  }

  it('is sold all the same: all products, a variant that is chosen, the page’s say, its cart', async () => {
    const playback = { type: 'archive', url: VIDEO, duration: 60, captions: false } as const;
    const products = [shirt(), product('lamp')];
    await answer({ [`${SERVICE}/v1/events/spring`]: event({ playback, products }), [VIDEO]: 404 });
    player = placeArchive();
    const cart = new FakeCart();
    player.cart = cart;
    const failed = oneEvent(player, 'vitrine-error');
    await player.play();
    expect((await failed).detail).to.include({ code: 'SOURCE_NOT_FOUND', fatal: true });
    await seen('.screen[role=alert]');

    (await seen('[part~=bag-button]')).click();
    const opened = oneEvent(player, 'vitrine-product-open');
    (await seen('.action', await seen('vitrine-product-shelf'))).click();
    expect((await opened).detail.product.id).to.equal('shirt');
    for (const value of ['S', 'Red']) (await seen(`input[type=radio][value="${value}"]`)).click();
    const asked = oneEvent(player, 'vitrine-add-to-cart');
    const changed = oneEvent(player, 'vitrine-cart-changed');
    (await seen('.action', await seen('vitrine-variant-picker'))).click();
    expect((await asked).detail).to.deep.include({ quantity: 1, mediaTime: 0 });
    expect((await asked).detail.variant?.id).to.equal('s-red');
    await changed;
    expect(cart.lines).to.deep.equal([{ productId: 'shirt', variantId: 's-red', quantity: 1 }]);
  });
});
