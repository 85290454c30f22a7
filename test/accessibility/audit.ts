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
}

/** Everything in the player that one can press, where it is, in the order of the document. */
export function controlsOf(page: Page): Promise<readonly Control[]> {
  return page.evaluate(() => {
    const found: Element[] = [];
    const collect = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('button, a[href], [role=slider], [role=radio]')) found.push(element);
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
    return found
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const hit = deepest((left + right) / 2, (top + bottom) / 2);
        return {
          name:
            element.getAttribute('aria-label') || element.getAttribute('title') || element.textContent.trim(),
          left,
          top,
          right,
          bottom,
          onPicture: (element.getRootNode() as ShadowRoot).host?.localName === 'vitrine-product-hotspot',
          covered: !(hit && (element.contains(hit) || hit.contains(element))),
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
  for (const control of await controlsOf(page)) {
    const { name, onPicture, covered, cut } = control;
    const [left, right] = [Math.max(control.left, box.x), Math.min(control.right, box.x + box.width)];
    const [top, bottom] = [Math.max(control.top, box.y), Math.min(control.bottom, box.y + box.height)];
    const outside =
      control.right - control.left - (right - left) > 1 || control.bottom - control.top - (bottom - top) > 1;
    if (outside && !onPicture) problems.push(`${name} reaches out of the player`);
    if (Math.min(right - left, bottom - top) < SMALLEST_TARGET && !/progress|volume/i.test(name))
      problems.push(`${name} is ${Math.round(right - left)} × ${Math.round(bottom - top)}`);
    if (covered) problems.push(`${name} is covered`);
    if (cut) problems.push(`${name} is cut off`);
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (width > 0) problems.push(`the page scrolls sideways by ${width}`);
  return problems;
}
