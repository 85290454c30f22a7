import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { BROWSER_FLAGS, requireBrowser } from '../../scripts/find-browser.ts';

/** Without a GPU every pixel is painted by the two cores that also decode: no larger than a shop would show a player. */
export const VIEWPORT = { width: 960, height: 600 };

/** A real Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireBrowser(), args: BROWSER_FLAGS });
}

/** What a page wrote to its console as an error, and what it threw; a test prints them when it fails. */
export interface WatchedPage {
  readonly page: Page;
  readonly problems: string[];
}

/**
 * Opens a page of which every complaint is kept. The IVS SDK asks `*.live-video.net` for its settings at start:
 * that is somebody else's system, so it is answered here, with nothing.
 */
export async function openPage(context: BrowserContext, url: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.route(/live-video\.net/, (route) =>
    route.fulfill({
      status: 200,
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
      body: '{}',
    }),
  );
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, problems };
}
