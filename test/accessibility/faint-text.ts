import type { Page } from 'playwright-core';

/**
 * Words of the player that can hardly be told from their ground, by what is painted: computed colours do not tell what a system's own
 * colours make of them. The ground is the colour that most of a word's box has.
 */
export async function faintText(page: Page, least = 4.5): Promise<string[]> {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ({ picture, least }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context?.drawImage(image, 0, 0);

      const linear = (part: number): number => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      const luminance = (color: number): number =>
        0.2126 * linear(color >> 16) + 0.7152 * linear((color >> 8) & 255) + 0.0722 * linear(color & 255);
      const contrast = (one: number, other: number): number => {
        const [a, b] = [luminance(one), luminance(other)];
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      };
      /** The best that anything in the box reaches against its ground. */
      const contrastIn = ({ left, top, width, height }: DOMRect): number => {
        const data = context?.getImageData(left, top, Math.ceil(width), Math.ceil(height)).data ?? [];
        const counts = new Map<number, number>();
        for (let at = 0; at < data.length; at += 4) {
          const color = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
          counts.set(color, (counts.get(color) ?? 0) + 1);
        }
        const [[ground] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
        return Math.max(...[...counts.keys()].map((color) => contrast(color, ground)));
      };

      const outward = (element: Element): Element | null => {
        const root = element.getRootNode();
        return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
      };
      const hit = (x: number, y: number): Element | null => {
        let found = document.elementFromPoint(x, y);
        for (let inner = found; inner?.shadowRoot; found = inner) {
          const deeper: Element | null = inner.shadowRoot.elementFromPoint(x, y);
          if (!deeper || deeper === inner) break;
          inner = deeper;
        }
        return found;
      };
      /* Under something else, or scrolled out of sight, it is not read. */
      const isSeen = (words: Element, { left, top, width, height }: DOMRect): boolean => {
        const found = hit(left + width / 2, top + height / 2);
        for (let at = found; at; at = outward(at)) if (at === words) return true;
        for (let at: Element | null = words; at; at = outward(at)) if (at === found) return true;
        return false;
      };

      const problems: string[] = [];
      let read = 0;
      const look = (root: Node): void => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node instanceof Element && node.shadowRoot) look(node.shadowRoot);
          const words = node.parentElement;
          const text = node instanceof Text ? node.data.trim() : '';
          if (!text || !words || words.closest('style')) continue;
          if (!words.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          for (const box of range.getClientRects()) {
            const isForEars = [words, words.parentElement].some((part) => part?.clientWidth === 1);
            const isReal = box.width >= 4 && box.height >= 8 && !isForEars;
            const isInside =
              box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
            if (!isReal || !isInside || !isSeen(words, box)) continue;
            read += 1;
            const reached = contrastIn(box);
            if (reached < least) problems.push(`"${text}": ${reached.toFixed(2)}`);
          }
        }
      };
      const player = document.querySelector('vitrine-player')?.shadowRoot;
      if (player) look(player);
      return read === 0 ? ['there is nothing to read'] : problems;
    },
    { picture, least },
  );
}
