import { expect } from '@open-wc/testing';
import '../../vitrine.ts';
import type { VitrinePlayer } from '../../components/player/vitrine-player.ts';
import { answerArchive, DURATION, FILES, openArchive, placeArchive } from '../../test/archive-page.ts';
import { until } from '../../test/happenings.ts';
import type { RequestLog } from '../../test/mock-requests.ts';

let player: VitrinePlayer;
let requests: RequestLog;

function inPlayer(selector: string): HTMLElement {
  const found = player.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}
const bar = (): HTMLElement => inPlayer('.vjs-progress-holder');
const preview = (): HTMLElement => inPlayer('.seek-preview');
const picture = (): HTMLImageElement => inPlayer('.seek-preview img') as HTMLImageElement;
const textOf = (part: string): string => inPlayer(`.seek-preview-${part}`).textContent ?? '';
const spoken = (): string => bar().getAttribute('aria-valuetext') ?? '';

const marks = (): HTMLElement[] => [...inPlayer('.seek-marks').querySelectorAll('span')];

/** A pointer at this part of the seek bar. */
function point(type: string, fraction: number, pointerType = 'mouse'): void {
  const { left, top, width } = bar().getBoundingClientRect();
  const place = { clientX: left + fraction * width, clientY: top };
  bar().dispatchEvent(new PointerEvent(type, { ...place, pointerType, bubbles: true, composed: true }));
}
const leave = (): boolean =>
  inPlayer('.vjs-progress-control').dispatchEvent(new PointerEvent('pointerleave'));

function press(key: string): void {
  bar().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

/** Opens an archive of which some files are others. */
async function open(changes = {}, attributes = {}): Promise<void> {
  requests = await answerArchive(changes);
  player = placeArchive(attributes);
  await openArchive(player);
}

/** Collects what a developer is told from now on. */
function problems(): HTMLElementEventMap['vitrine-error']['detail'][] {
  const told: HTMLElementEventMap['vitrine-error']['detail'][] = [];
  player.addEventListener('vitrine-error', ({ detail }) => told.push(detail));
  return told;
}

describe('the seek bar of an archive', () => {
  describe('with all its files', () => {
    before(() => open());
    after(() => player.remove());
    afterEach(() => leave());

    it('asks for nothing before somebody reaches for it, and for its files once', async () => {
      await until('its marks are there', () => marks().length > 0);
      const beside = (): string[] => requests.asked.filter((url) => url.endsWith('.vtt'));
      expect(beside()).to.deep.equal([]);
      expect(preview().hidden).to.equal(true);
      point('pointermove', 0.1);
      point('pointermove', 0.2);
      await until('its files were read', () => beside().length === 2);
      await until('a picture is there', () => picture().naturalWidth > 0);
      expect(beside()).to.have.members([FILES.chapters, FILES.thumbnails]);
    });

    it('is accessible with its preview', async () => {
      point('pointermove', 0.5);
      expect(preview().hidden).to.equal(false);
      await expect(player).to.be.accessible();
    });

    it('shows what one would see: the picture, the time and the chapter, else the product', async () => {
      for (const [seconds, time, title] of [
        [1, '0:01', ''],
        [5, '0:05', 'Mugs & bowls'],
        [9, '0:09', 'مصباح نحاسي'],
        [16, '0:16', 'Product vase'],
        [22, '0:22', ''],
      ] as const) {
        // Into the second: at its edge, a bar's width decides.
        point('pointermove', (seconds + 0.5) / DURATION);
        await until(
          'the right picture is there',
          () => picture().src === FILES.thumbnail(Math.floor(seconds / 4)),
        );
        expect([textOf('time'), textOf('title')]).to.deep.equal([time, title]);
      }
      await until('it is painted', () => !picture().hidden && picture().naturalWidth > 0);
      leave();
      expect(preview().hidden).to.equal(true);
    });

    it('asks for few pictures of a quick hand, and shows the last', async () => {
      leave();
      const before = requests.asked.length;
      for (let fraction = 0; fraction <= 1; fraction += 0.001) point('pointermove', Math.min(fraction, 0.99));
      await until('the last picture', () => picture().src === FILES.thumbnail(5) && picture().complete);
      expect(requests.asked.length - before).to.be.at.most(2);
    });

    it('marks where the main product changes, and chapters', () => {
      const { width } = bar().getBoundingClientRect();
      expect(marks().map(({ style }) => Number.parseInt(style.left))).to.deep.equal(
        [2, 8, 14].map((seconds) => Math.round((seconds / DURATION) * width)),
      );
    });

    for (const [width, height, dir] of [
      [320, 180, 'ltr'],
      [320, 568, 'rtl'],
      [760, 428, 'rtl'],
    ] as const) {
      it(`never leaves the player, ${width} by ${height}, ${dir}`, () => {
        Object.assign(player.style, { width: `${width}px`, height: `${height}px` });
        player.lang = dir === 'rtl' ? 'ar' : 'en';
        const whole = player.getBoundingClientRect();
        const { left, width: length } = bar().getBoundingClientRect();
        for (const fraction of [0, 0.02, 0.3, 0.5, 0.8, 1]) {
          point('pointermove', fraction);
          const own = preview().getBoundingClientRect();
          expect(own.left).to.be.at.least(whole.left);
          expect(own.right).to.be.at.most(whole.right);
          expect(own.top).to.be.at.least(whole.top);
          expect(own.bottom).to.be.at.most(bar().getBoundingClientRect().top);
          // As near to the pointer as that allows; from left to right in every language.
          const middle = own.left + own.width / 2;
          const pointer = left + fraction * length;
          const room = Math.min(pointer - whole.left, whole.right - pointer) - 8;
          expect(Math.abs(middle - pointer)).to.be.at.most(Math.max(0, own.width / 2 - room) + 1);
        }
        player.removeAttribute('style');
        player.lang = '';
      });
    }

    it('follows a finger that drags, beyond the bar too, until it is lifted', () => {
      point('pointerdown', 0.25, 'touch');
      expect(textOf('time')).to.equal('0:06');
      document.dispatchEvent(
        new PointerEvent('pointermove', { clientX: 10_000, pointerType: 'touch', bubbles: true }),
      );
      expect(textOf('time')).to.equal('0:24');
      document.dispatchEvent(new PointerEvent('pointerup', { pointerType: 'touch', bubbles: true }));
      expect(preview().hidden).to.equal(true);
    });

    it('goes with the keyboard: where one is, from chapter to chapter, and away with Escape', async () => {
      bar().focus();
      press('ArrowRight');
      await until('the preview', () => !preview().hidden);
      for (const [key, seconds, product] of [
        ['Home', 0, undefined],
        ['PageUp', 2, 'mug'],
        ['PageUp', 8, 'lamp'],
        ['PageUp', 14, 'vase'],
        ['PageUp', 14, 'vase'],
        ['PageDown', 8, 'lamp'],
      ] as const) {
        press(key);
        await until(`${key} leads to ${seconds}`, () => Math.abs(player.currentTime - seconds) < 0.1);
        await until(`${product} is shown`, () => player.activeProducts[0]?.id === product);
        await until('it is told', () => textOf('time') === `0:${String(seconds).padStart(2, '0')}`);
      }
      await until(spoken, () => /^8 seconds of 2[34] seconds, مصباح نحاسي$/.test(spoken()));
      press('Escape');
      expect(preview().hidden).to.equal(true);
      press('ArrowLeft');
      expect(preview().hidden).to.equal(false);
      bar().blur();
      expect(preview().hidden).to.equal(true);
    });

    it('says time and chapter in the language of the player', async () => {
      press('Home');
      player.lang = 'de';
      await until(spoken, () => /^0 Sekunden von 2[34] Sekunden$/.test(spoken()));
      player.lang = '';
    });
  });

  describe('with files that are not as they should be', () => {
    afterEach(() => player.remove());

    it('tells a developer, and shows time and product to the shopper', async () => {
      await open({ [FILES.thumbnails]: 404, [FILES.chapters]: '<!doctype html>' });
      const told = problems();
      point('pointermove', 5 / DURATION);
      await until('both are told', () => told.length === 2);
      expect(told.map(({ code, fatal }) => [code, fatal])).to.deep.equal([
        ['PREVIEW_NOT_LOADED', false],
        ['PREVIEW_NOT_LOADED', false],
      ]);
      const messages = told.map(({ message }) => message).join();
      expect(messages).to.include(`${FILES.thumbnails} answered 404`);
      expect(messages).to.include(`${FILES.chapters} should begin with WEBVTT`);
      expect(inPlayer('.seek-preview-picture').hidden).to.equal(true);
      expect([textOf('time'), textOf('title')]).to.deep.equal(['0:05', 'Product mug']);
    });

    it('keeps hostile text and addresses from being more than text', async () => {
      await open({
        [FILES.thumbnails]: 'WEBVTT\n\n00:00.000 --> 00:20.000\njavascript:window.pwned = true\n',
        [FILES.chapters]:
          'WEBVTT\n\n00:00.000 --> 00:20.000\n&lt;img src=x onerror="window.pwned = true"&gt;\n',
      });
      point('pointermove', 0.5);
      await until('the title', () => textOf('title').startsWith('<img src=x'));
      await until('there are no pictures', () => inPlayer('.seek-preview-picture').hidden === true);
      expect(picture().hasAttribute('src')).to.equal(false);
      expect(inPlayer('.seek-preview-title').childElementCount).to.equal(0);
      expect('pwned' in window).to.equal(false);
    });

    it('leaves nothing behind', async () => {
      await open();
      point('pointermove', 0.5);
      const root = player.shadowRoot;
      player.remove();
      await until('it is gone', () => !root?.querySelector('.seek-preview, .seek-marks'));
      document.dispatchEvent(new PointerEvent('pointermove', { clientX: 100 }));
    });
  });
});
