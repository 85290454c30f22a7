import { existsSync } from 'node:fs';
import { installPackages } from './install-packages.ts';

/** Where Chrome or Chromium is found on the systems that we know; `CHROME_PATH` goes first. */
const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The flags that a headless run needs: root has no sandbox, and the browser's own background traffic only makes noise. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** @returns the path of a Chrome or Chromium on this machine, or `undefined`. */
export function findBrowser(): string | undefined {
  const wanted = process.env['CHROME_PATH'];
  return [...(wanted ? [wanted] : []), ...CANDIDATES].find((path) => existsSync(path));
}

/** Finds a browser, or installs Debian's where that is possible; otherwise says in one line what to install. */
export function requireBrowser(): string {
  const found = findBrowser() ?? installBrowser();
  if (found) return found;
  throw new Error(
    'No Chrome or Chromium found: install one (Debian: apt-get install chromium) or name it in CHROME_PATH.',
  );
}

function installBrowser(): string | undefined {
  installPackages('No Chrome or Chromium found', 'chromium');
  return findBrowser();
}
