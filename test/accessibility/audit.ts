import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: { run(context: string, options: object): Promise<AxeResults> };
  }
}

/** Smallest side of a target in CSS pixels, by WCAG 2.2 (2.5.8). */
const SMALLEST_TARGET = 24;

/** What axe finds against WCAG 2.2 AA in the player, in sentences; none where it is well. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run('vitrine-player', { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

export interface Control {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** A product's place on the picture, which may be at its edge. */
  readonly onPicture: boolean;
  /** Something else lies over its middle. */
  readonly covered: boolean;
  /** Its text needs more room than it has. */
  readonly cut: boolean;
  /** Part of a panel over the page, which may lie outside of the player. */
  readonly onPage: boolean;
}

/** Everything in the player that one can press, where it is, in the order of the document. */
export function controlsOf(page: Page): Promise<readonly Control[]> {
  return page.evaluate(() => {
    const found: Element[] = [];
    const collect = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('button, a[href], input, [role=slider], [role=radio]')) found.push(element);
        if (element.shadowRoot) collect(element.shadowRoot);
      }
    };
    const player = document.querySelector('vitrine-player');
    if (player?.shadowRoot) collect(player.shadowRoot);
    const deepest = (x: number, y: number): Element | null => {
      let hit = document.elementFromPoint(x, y);
      for (let inner = hit; inner; inner = inner.shadowRoot?.elementFromPoint(x, y) ?? null) {
        if (inner === hit && inner !== document.elementFromPoint(x, y)) break;
        hit = inner;
        if (!inner.shadowRoot) break;
      }
      return hit;
    };
    const outward = (element: Element): Element | null => {
      const root = element.getRootNode();
      return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    };
    /* What a list has scrolled out of sight, or halfway, is reached by scrolling. */
    const isScrolledOut = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      for (let outer = outward(element); outer; outer = outward(outer)) {
        const { top, bottom } = outer.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(getComputedStyle(outer).overflowY);
        if (scrolls && outer !== document.documentElement && (box.top < top - 1 || box.bottom > bottom + 1))
          return true;
      }
      return false;
    };
    const isOnPage = (element: Element): boolean => {
      for (let outer: Element | null = element; outer; outer = outward(outer))
        if (outer.matches('dialog:popover-open, dialog:modal')) return true;
      return false;
    };
    return found
      .filter((element) => !isScrolledOut(element))
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => {
        // A slider is drawn thin; what one presses is the control around it.
        const target = element.closest('.vjs-slider') ? element.closest('.vjs-control') : undefined;
        const { left, top, right, bottom } = (target ?? element).getBoundingClientRect();
        const hit = deepest((left + right) / 2, (top + bottom) / 2);
        return {
          name:
            element.getAttribute('aria-label') || element.getAttribute('title') || element.textContent.trim(),
          left,
          top,
          right,
          bottom,
          onPicture: element.matches('.hotspot'),
          covered: !(hit && ((target ?? element).contains(hit) || hit.contains(element))),
          onPage: isOnPage(element),
          cut: element.matches('.action, .open') && element.scrollWidth > element.clientWidth,
        };
      })
      .filter(({ left, right }) => right > left);
  });
}

/** What is wrong with where controls are: outside of the player, too small, covered, cut off. */
export async function layoutProblems(page: Page): Promise<string[]> {
  const box = await page.locator('vitrine-player').boundingBox();
  if (!box) return ['There is no player.'];
  const problems: string[] = [];
  const viewport = page.viewportSize() ?? box;
  for (const control of await controlsOf(page)) {
    const { name, onPicture, covered, cut, onPage } = control;
    const frame = onPage ? { x: 0, y: 0, ...viewport } : box;
    const [left, right] = [Math.max(control.left, frame.x), Math.min(control.right, frame.x + frame.width)];
    const [top, bottom] = [Math.max(control.top, frame.y), Math.min(control.bottom, frame.y + frame.height)];
    const outside =
      control.right - control.left - (right - left) > 1 || control.bottom - control.top - (bottom - top) > 1;
    if (outside && !onPicture) problems.push(`${name} reaches out of the ${onPage ? 'page' : 'player'}`);
    if (Math.min(right - left, bottom - top) < SMALLEST_TARGET)
      problems.push(`${name} is ${Math.round(right - left)} × ${Math.round(bottom - top)}`);
    if (covered) problems.push(`${name} is covered`);
    if (cut) problems.push(`${name} is cut off`);
  }
  problems.push(...(await captionProblems(page)));
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (width > 0) problems.push(`the page scrolls sideways by ${width}`);
  return problems;
}

/** Captions are read: they lie within the player, on nothing and under nothing, but for a menu that somebody has opened. */
async function captionProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const player = document.querySelector('vitrine-player');
    const root = player?.shadowRoot;
    if (!player || !root || root.querySelector('.shell[data-menu]')) return [];
    const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
    const outer = boxOf(player);
    const others = [...root.querySelectorAll('vitrine-product-card, .hotspot, .vjs-control-bar')].filter(
      (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    );
    return [...root.querySelectorAll('.captions span')].flatMap((row) => {
      const { left, right, top, bottom } = boxOf(row);
      const meets = others.filter((one) => {
        const box = boxOf(one);
        // One sees less of a hotspot than a finger finds.
        const spare = one.matches('.hotspot') ? 10 : 1;
        return (
          left < box.right - spare &&
          right > box.left + spare &&
          top < box.bottom - spare &&
          bottom > box.top + spare
        );
      });
      const isOutside = left < outer.left || right > outer.right || top < outer.top || bottom > outer.bottom;
      return [
        ...meets.map((one) => `captions meet ${one.className || one.localName}`),
        ...(isOutside ? ['captions reach out of the player'] : []),
      ];
    });
  });
}
