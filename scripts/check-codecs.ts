import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from './find-browser.ts';

/** What the footage is made of; builds of Chromium without these decoders exist. */
const NEEDED = ['video/mp4; codecs="avc1.64001f"', 'video/mp4; codecs="mp4a.40.2"'];

/** Throws, in one line, when the browser cannot decode H.264 and AAC. */
export async function checkCodecs(executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage();
    const missing = await page.evaluate(
      (types) => types.filter((type) => !MediaSource.isTypeSupported(type)),
      NEEDED,
    );
    if (missing.length > 0) {
      throw new Error(
        `${executablePath} cannot decode ${missing.join(' or ')}: install a Chrome or Chromium with H.264 and AAC, or name one in CHROME_PATH.`,
      );
    }
  } finally {
    await browser.close();
  }
}
