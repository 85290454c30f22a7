import type { Page } from 'playwright-core';

/** More than there is to stop at in any state. */
const MOST = 60;

/** Where the Tab key stops in the player, by name, on the way from before it to behind it. */
export async function tabStops(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    const player = document.querySelector('vitrine-player');
    const [before, after] = ['Before', 'After'].map((name) => {
      const button = document.createElement('button');
      button.textContent = name;
      button.className = 'beside-player';
      return button;
    });
    if (!player || !before || !after) return;
    player.before(before);
    player.after(after);
    before.focus();
  });
  const stops: string[] = [];
  for (;;) {
    const [name = ''] = await tabOn(page, 1);
    if (name === 'After') break;
    stops.push(name);
    if (stops.length > MOST) throw new Error(`the focus stays in the player: ${stops.join(', ')}`);
  }
  await page.evaluate(() => document.querySelectorAll('.beside-player').forEach((button) => button.remove()));
  return stops;
}

/** So many stops from where the focus is. */
export async function tabOn(page: Page, count: number): Promise<readonly string[]> {
  const stops: string[] = [];
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focusedName(page));
  }
  return stops;
}

/** What has the focus, through shadow roots: its name, or what it is. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return '';
    const label = element.getAttribute('aria-label') || element.getAttribute('title');
    const words = element.matches('dialog, .base, body') ? element.localName : element.textContent;
    return (label || words).replaceAll(/\s+/g, ' ').trim();
  });
}
