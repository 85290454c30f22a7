import { expect } from '@open-wc/testing';
import { product } from '../../test/fixtures.ts';
import { stage } from '../../test/stage.ts';
import './vitrine-product-overlay.ts';
import type { VitrineProductOverlay } from './vitrine-product-overlay.ts';
import { waitUntil } from '../../test/wait-until.ts';

/** A picture of 16 by 9, as a camera would send it. */
async function camera(): Promise<HTMLVideoElement> {
  const canvas = document.createElement('canvas');
  canvas.width = 160;
  canvas.height = 90;
  const context = canvas.getContext('2d');
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = canvas.captureStream(30);
  context?.fillRect(0, 0, 160, 90);
  await video.play();
  return video;
}

describe('hotspots', () => {
  const mug = product('mug');
  let video: HTMLVideoElement;
  before(async () => (video = await camera()));
  after(() => {
    for (const track of (video.srcObject as MediaStream).getTracks()) track.stop();
  });

  async function place(width: number, height: number, fit = 'contain') {
    const { host, base, store, bag } = await stage({ products: [mug], width, height });
    video.style.objectFit = fit;
    const overlay = document.createElement('vitrine-product-overlay') as VitrineProductOverlay;
    bag.before(video, overlay);
    overlay.video = video;
    overlay.store = store;
    store.update({ shown: [{ product: mug, at: [0.25, 0.4] }] });
    return { host, base, overlay };
  }

  /** The middle of the hotspot, as fractions of the player. */
  function middle({ base, overlay }: { base: HTMLElement; overlay: HTMLElement }): readonly [number, number] {
    const box = overlay.querySelector('.hotspot')?.getBoundingClientRect();
    const frame = base.getBoundingClientRect();
    if (!box) return [NaN, NaN];
    return [
      (box.left + box.width / 2 - frame.left) / frame.width,
      (box.top + box.height / 2 - frame.top) / frame.height,
    ];
  }

  async function isAt(
    placed: { base: HTMLElement; overlay: HTMLElement },
    x: number,
    y: number,
  ): Promise<void> {
    const near = (): boolean => {
      const [left, top] = middle(placed);
      return Math.abs(left - x) < 0.004 && Math.abs(top - y) < 0.004;
    };
    await waitUntil(near, `at ${x}, ${y}, rather than ${middle(placed).join(', ')}`).catch(() =>
      expect(middle(placed)).to.deep.equal([x, y]),
    );
  }

  it('lie on the picture where bars are left above and below it, or beside it', async () => {
    // 400 × 225 of 400 × 400: 87.5 pixels at the top.
    await isAt(await place(400, 400), 0.25, (87.5 + 0.4 * 225) / 400);
    // 533.3 × 300 of 800 × 300.
    await isAt(await place(800, 300), (133.33 + 0.25 * 533.33) / 800, 0.4);
  });

  it('lie on the picture where it is cut to fill its box', async () => {
    // 711.1 × 400 over 400 × 400.
    await isAt(await place(400, 400, 'cover'), (-155.56 + 0.25 * 711.11) / 400, 0.4);
  });

  it('stay on the picture when the player takes another shape, as it does when it fills the screen', async () => {
    const placed = await place(640, 360);
    await isAt(placed, 0.25, 0.4);
    placed.host.style.width = '800px';
    placed.host.style.height = '600px';
    await isAt(placed, 0.25, (75 + 0.4 * 450) / 600);
  });

  it('stay on the picture when the page is zoomed', async () => {
    const placed = await place(400, 400);
    placed.host.style.zoom = '2';
    await isAt(placed, 0.25, (87.5 + 0.4 * 225) / 400);
  });

  it('stay on the picture where the page moves, scales or turns the player', async () => {
    const placed = await place(400, 400);
    for (const transform of ['scale(0.5)', 'translate(40px, 20px) scale(1.3, 0.8)', 'rotate(90deg)']) {
      placed.host.style.transform = transform;
      const [x, y] = [0.25, (87.5 + 0.4 * 225) / 400];
      // Turned to the right, what was at the top is at the right.
      await (transform.startsWith('rotate') ? isAt(placed, 1 - y, x) : isAt(placed, x, y));
    }
  });

  it('follow a page that gives the picture another fit', async () => {
    const placed = await place(400, 400);
    await isAt(placed, 0.25, (87.5 + 0.4 * 225) / 400);
    video.style.objectFit = 'cover';
    placed.host.style.height = '401px';
    await isAt(placed, (-156.44 + 0.25 * 712.89) / 400, 0.4);
  });
});
