import { existsSync } from 'node:fs';
import { installPackages } from './install-packages.ts';

/** Where Firefox is found on the systems that we know; `FIREFOX_PATH` goes first. */
const CANDIDATES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/snap/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** @returns the path of a Firefox on this machine, or `undefined`. */
export function findFirefox(): string | undefined {
  const wanted = process.env['FIREFOX_PATH'];
  return [...(wanted ? [wanted] : []), ...CANDIDATES].find((path) => existsSync(path));
}

/** Finds a Firefox, or installs Debian's where that is possible; otherwise says in one line what to install. */
export function requireFirefox(): string {
  const found = findFirefox() ?? installFirefox();
  if (found) return found;
  throw new Error(
    'No Firefox found: install one (Debian: apt-get install firefox-esr) or name it in FIREFOX_PATH.',
  );
}

function installFirefox(): string | undefined {
  installPackages('No Firefox found', 'firefox-esr', H264_PACKAGE);
  return findFirefox();
}

/** Debian's Firefox has no H.264 of its own: it asks the FFmpeg libraries, which its package only recommends. */
export const H264_PACKAGE = 'libavcodec-extra';
