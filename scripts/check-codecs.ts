import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from './find-browser.ts';
import { H264_PACKAGE } from './find-firefox.ts';
import { installPackages } from './install-packages.ts';
import { launchFirefox } from './launch-firefox.ts';

/** What the footage is made of; builds of browsers without these decoders exist. */
const NEEDED = ['video/mp4; codecs="avc1.64001f"', 'video/mp4; codecs="mp4a.40.2"'];

/** Throws, in one line, when the Chrome or Chromium cannot decode H.264 and AAC. */
export async function checkCodecs(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage();
    const missing = await page.evaluate(missingOf, NEEDED);
    if (missing.length > 0) {
      throw new Error(
        `${executablePath} cannot decode ${missing.join(' or ')}: install a Chrome or Chromium with H.264 and AAC, or name one in CHROME_PATH.`,
      );
    }
  } finally {
    await browser.close();
  }
}

/** Has Debian's Firefox decode H.264 and AAC; throws, in one line, where it cannot. */
export async function needFirefoxCodecs(executablePath: string): Promise<void> {
  let missing = await missingInFirefox(executablePath);
  if (missing.length > 0) {
    installPackages(`${executablePath} cannot decode ${missing.join(' or ')}`, H264_PACKAGE);
    missing = await missingInFirefox(executablePath);
  }
  if (missing.length > 0) {
    throw new Error(
      `${executablePath} cannot decode ${missing.join(' or ')}: install FFmpeg’s libraries (Debian: apt-get install ${H264_PACKAGE}), or name another Firefox in FIREFOX_PATH.`,
    );
  }
}

async function missingInFirefox(executablePath: string): Promise<readonly string[]> {
  const browser = await launchFirefox(executablePath);
  try {
    const page = await browser.newPage();
    return await page.evaluate(missingOf, NEEDED);
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function missingOf(types: readonly string[]): string[] {
  return types.filter((type) => !MediaSource.isTypeSupported(type));
}
