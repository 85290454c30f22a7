import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { BROWSER_FLAGS, requireBrowser } from '../../scripts/find-browser.ts';

/** Without a GPU every pixel is painted by the two cores that also decode: no larger than a shop would show a player. */
export const VIEWPORT = { width: 960, height: 600 };

/** A real Chromium without a window, which finds nothing of AWS. */
export function launchBrowser(): Promise<Browser> {
  const args = [...BROWSER_FLAGS, `--host-resolver-rules=MAP ${IVS_SETTINGS} ~NOTFOUND`];
  return chromium.launch({ executablePath: requireBrowser(), args });
}

/** Where the IVS SDK asks for its settings at start: somebody else's system. */
const IVS_SETTINGS = '*.live-video.net';
/** What a browser's console says of them, in its own words and in those of the SDK. */
export const ABOUT_IVS_SETTINGS = /live-video\.net|PoPClient/;

/** What a page wrote to its console as an error, and what it threw; a test prints them when it fails. */
export interface WatchedPage {
  readonly page: Page;
  readonly problems: string[];
}

/**
 * A page of which every complaint is kept, but for those about the settings that the IVS SDK asks for: answering them here would have every
 * request of the page wait for us, and nothing cached.
 */
export async function watchPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    const isAboutThem = ABOUT_IVS_SETTINGS.test(`${message.text()} ${message.location().url}`);
    if (message.type() === 'error' && !isAboutThem) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return { page, problems };
}

export async function openPage(context: BrowserContext, url: string): Promise<WatchedPage> {
  const watched = await watchPage(context);
  await watched.page.goto(url, { waitUntil: 'domcontentloaded' });
  return watched;
}
