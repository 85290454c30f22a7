import puppeteer, { type Browser } from 'puppeteer-core';

/** A real Firefox without a window, driven over WebDriver BiDi. */
export function launchFirefox(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // A first start under load takes its time.
    timeout: 90_000,
    extraPrefsFirefox: {
      // Nobody is there to tap: what is tested is playing, with sound or without.
      'media.autoplay.default': 0,
      'media.autoplay.blocking_policy': 0,
      // The browser's own traffic only makes noise; no test leaves this machine.
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'media.gmp-manager.updateEnabled': false,
    },
  });
}
