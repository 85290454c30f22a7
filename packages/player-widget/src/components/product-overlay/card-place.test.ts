import { expect } from '@open-wc/testing';
import { product } from '../../test/fixtures.ts';
import { stage } from '../../test/stage.ts';
import './vitrine-product-overlay.ts';
import type { VitrineProductOverlay } from './vitrine-product-overlay.ts';
import { waitUntil } from '../../test/wait-until.ts';

interface Box {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Placed {
  readonly overlay: VitrineProductOverlay;
  readonly shell: HTMLElement;
  readonly frame: DOMRect;
}

const IDS = ['mug', 'lamp', 'vase'];
const compareAtPrice = { amount: 2400, currency: 'EUR' };

async function place(width: number, height: number, cards: number, dir = 'ltr'): Promise<Placed> {
  const products = IDS.map((id) => product(id, { compareAtPrice, title: `Stoneware ${id}, cobalt, large` }));
  const { base, store, bag } = await stage({ products, width, height });
  base.dir = dir;
  const shell = document.createElement('div');
  shell.className = 'shell';
  const overlay = document.createElement('vitrine-product-overlay') as VitrineProductOverlay;
  bag.before(shell, overlay);
  overlay.store = store;
  store.update({ shown: products.slice(0, cards).map((one) => ({ product: one, at: undefined })) });
  await waitUntil(() => overlay.querySelector('vitrine-product-hold'), 'what comes after the first products');
  return { overlay, shell, frame: base.getBoundingClientRect() };
}

/** What one sees of the products: everything with a surface of its own. */
async function surfaces({ overlay, frame }: Placed): Promise<readonly Box[]> {
  await overlay.updateComplete;
  const found: Box[] = [];
  for (const card of overlay.querySelectorAll('vitrine-product-card, vitrine-product-hold')) {
    const root = card.shadowRoot as ShadowRoot;
    for (const element of root.querySelectorAll('*')) {
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      if (backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none') continue;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (right === left) continue;
      found.push({
        name: `${card.getAttribute('data-product-id') ?? 'hold'} .${element.className || element.localName}`,
        left: left - frame.left,
        top: top - frame.top,
        right: right - frame.left,
        bottom: bottom - frame.top,
      });
    }
  }
  return found;
}

/** Those of a player at rest: what slides in has come. */
async function settled(placed: Placed): Promise<readonly Box[]> {
  const root = placed.overlay.getRootNode() as ShadowRoot;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await Promise.allSettled(root.getAnimations().map(({ finished }) => finished));
  return surfaces(placed);
}

const meets = (a: Omit<Box, 'name'>, b: Omit<Box, 'name'>): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

/** Pixels that the shell's controls are high, at the least. */
const controlsOf = (width: number): number => (width > 520 ? 56 : 48);

describe('where cards lie', () => {
  for (const [width, height] of [
    [1280, 720],
    [768, 432],
    [640, 360],
    [480, 270],
    [390, 219],
    [320, 180],
    [296, 166],
    [390, 780],
  ] as const) {
    for (const cards of [1, 2, 3]) {
      it(`is beside the middle, the controls and the captions: ${cards} at ${width} × ${height}`, async () => {
        const placed = await place(width, height, cards);
        const middle = {
          left: width / 3,
          right: (width * 2) / 3,
          top: height / 3,
          bottom: (height * 2) / 3,
        };
        for (const captions of [0, 44]) {
          placed.overlay.parentElement?.style.setProperty('--captions-room', `${captions}px`);
          placed.shell.dispatchEvent(new Event('roomchange', { bubbles: true }));
          for (const idle of [false, true]) {
            placed.shell.toggleAttribute('data-idle', idle);
            const state = `${idle ? 'controls gone' : 'controls there'}, captions of ${captions}`;
            const boxes = await settled(placed);
            const taken = (idle ? 0 : controlsOf(width)) + captions;
            const lower = { left: 0, right: width, top: height - taken, bottom: height };
            expect(
              boxes.filter((box) => meets(box, middle)).map(({ name }) => name),
              `${state}: middle`,
            ).to.deep.equal([]);
            expect(
              boxes.filter((box) => meets(box, lower)).map(({ name }) => name),
              `${state}: lower edge`,
            ).to.deep.equal([]);
            const out = boxes.filter(
              ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width + 0.5 || bottom > height,
            );
            expect(out, `${state}: inside of the player`).to.deep.equal([]);
          }
        }
      });
    }
  }

  it('keeps every target large enough and by itself, in both directions, at 320 pixels', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const { overlay, shell } = await place(320, 180, 3, dir);
      for (const idle of [false, true]) {
        shell.toggleAttribute('data-idle', idle);
        await settled({ overlay, shell, frame: overlay.getBoundingClientRect() });
        const parts = [...overlay.querySelectorAll('vitrine-product-card, vitrine-product-hold')];
        const targets = parts.flatMap(({ shadowRoot }) => [
          ...(shadowRoot?.querySelectorAll('button') ?? []),
        ]);
        expect(targets).to.have.length(5);
        for (const target of targets) {
          const { left, top, width, height } = target.getBoundingClientRect();
          expect(Math.min(width, height), `${dir} ${target.className}`).to.be.at.least(24);
          let hit = document.elementFromPoint(left + width / 2, top + height / 2);
          while (hit?.shadowRoot) {
            const inner = hit.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
            if (!inner || inner === hit) break;
            hit = inner;
          }
          expect(target.contains(hit), `${dir} ${target.className} is to be pressed`).to.equal(true);
        }
      }
      overlay.remove();
    }
  });

  it('says all of a product to whoever listens, also where there is room for its price alone', async () => {
    const { overlay } = await place(320, 180, 1);
    const open = overlay.querySelector('vitrine-product-card')?.shadowRoot?.querySelector('.open');
    expect(open?.textContent?.replaceAll(/\s+/g, ' '))
      .to.include('Stoneware mug, cobalt, large')
      .and.to.include('€19.00');
    await expect(overlay).to.be.accessible();
  });
});
