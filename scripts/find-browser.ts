import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

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
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No Chrome or Chromium found: installing Debian’s chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return findBrowser();
}
