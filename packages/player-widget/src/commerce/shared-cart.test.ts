import { expect } from '@open-wc/testing';
import { product } from '../test/fixtures.ts';
import { FakeCart } from '../test/fake-cart.ts';
import type { Cart } from './cart-adapter.ts';
import { SharedCart } from './shared-cart.ts';
import { waitUntil } from '../test/wait-until.ts';

const line = (id: string) => ({ product: product(id), variant: undefined, quantity: 1 });

describe('SharedCart', () => {
  let life: AbortController;
  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => life.abort());

  function listen(shared: SharedCart): { carts: Cart[]; problems: unknown[] } {
    const [carts, problems]: [Cart[], unknown[]] = [[], []];
    shared.subscribe(
      { onCart: (cart) => carts.push(cart), onProblem: (cause) => problems.push(cause) },
      life,
    );
    return { carts, problems };
  }
  const countIn = (cart: Cart | undefined): number | undefined => cart?.lines.length;

  it('is one for all players that have the adapter', async () => {
    const cart = new FakeCart();
    const [one, other] = [SharedCart.of(cart), SharedCart.of(cart)];
    expect(one).to.equal(other);
    const heard = [listen(one), listen(other)];
    await one.add(line('mug'));
    await waitUntil(() => heard.every(({ carts }) => countIn(carts.at(-1)) === 1));
  });

  it('hears of what the page adds elsewhere, though the page changes its cart in place', async () => {
    const cart = new FakeCart();
    const shared = SharedCart.of(cart);
    const { carts } = listen(shared);
    await waitUntil(() => countIn(carts.at(-1)) === 0);
    cart.change([{ productId: 'lamp', quantity: 2 }]);
    await waitUntil(() => countIn(carts.at(-1)) === 1);
    cart.change([{ productId: 'lamp', quantity: 2 }]);
    await shared.add(line('mug'));
    await waitUntil(() => countIn(carts.at(-1)) === 2);
    expect(carts.map(countIn)).to.deep.equal([0, 1, 2]);
  });

  it('adds one after the other, and goes on after one that failed', async () => {
    const cart = new FakeCart();
    const shared = SharedCart.of(cart);
    cart.refuse({ reason: 'sold_out' });
    const results = await Promise.all(['mug', 'lamp', 'vase'].map((id) => shared.add(line(id))));
    expect(results.map((result) => (result.ok ? 'added' : result.failure))).to.deep.equal([
      'sold_out',
      'added',
      'added',
    ]);
    expect(cart.most, 'adds at once').to.equal(1);
    expect(cart.lines.map(({ productId }) => productId)).to.deep.equal(['lamp', 'vase']);
  });

  it('takes a reason that it does not know for a failure, and a throw for a rejection', async () => {
    const cart = new FakeCart();
    for (const cause of [new Error('500'), { reason: 'constructor' }, undefined]) {
      cart.refuse(cause);
      const result = await SharedCart.of(cart).add(line('mug'));
      expect(result).to.deep.equal({ ok: false, failure: 'failed', cause });
    }
    const broken = SharedCart.of({
      add: () => {
        throw new Error('synchronously');
      },
      read: () => ({ lines: [] }),
    });
    expect((await broken.add(line('mug'))).ok).to.equal(false);
  });

  it('tells the developer of a cart that cannot be read, and keeps what is known', async () => {
    const cart = new FakeCart();
    const shared = SharedCart.of(cart);
    const { carts, problems } = listen(shared);
    await waitUntil(() => carts.length === 1);
    cart.answer = 'nothing like a cart';
    cart.change([]);
    await waitUntil(() => problems.length === 1);
    expect(String(problems[0])).to.include('lines');
    expect(countIn(shared.cart)).to.equal(0);
  });

  it('lets go of the page when nobody listens any more', async () => {
    const cart = new FakeCart();
    const { carts } = listen(SharedCart.of(cart));
    await waitUntil(() => carts.length === 1);
    expect(cart.listeners).to.equal(1);
    life.abort();
    expect(cart.listeners).to.equal(0);
  });
});
