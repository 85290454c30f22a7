import type { Sample } from './page/sampler.ts';
import { sampleNow } from './player-page.ts';
import type { ScriptedPage } from './scripted-page.ts';
import { until } from './until.ts';

/**
 * Seeks until this picture is on screen, and reads it. The way there uses no clock of the player's: from the number that
 * is seen after a seek, the distance still to go is known, since thirty pictures make a second.
 */
export async function seekAndSample(page: ScriptedPage, picture: number): Promise<Sample> {
  let seen = await until('a picture is on screen', () => sampleNow(page));
  for (let attempt = 0; attempt < 6 && seen.frame !== picture; attempt += 1) {
    await seekBy(page, (picture - seen.frame) / 30);
    seen = await until('a picture is on screen', () => sampleNow(page));
  }
  if (seen.frame !== picture)
    throw new Error(`picture ${picture} could not be reached: ${seen.frame} is on screen`);
  return seen;
}

/** Resolves when the picture of the new position has been painted. */
function seekBy(page: ScriptedPage, seconds: number): Promise<void> {
  return page.evaluate(async (distance) => {
    const player = document.querySelector('vitrine-player');
    const find = (root: ParentNode): HTMLVideoElement | undefined => {
      for (const element of root.querySelectorAll('*')) {
        if (element instanceof HTMLVideoElement && element.videoWidth > 0) return element;
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
      }
      return undefined;
    };
    const video = player?.shadowRoot && find(player.shadowRoot);
    if (!player || !video) throw new Error('there is no picture to seek in');
    const painted = new Promise<void>((resolve) => {
      video.requestVideoFrameCallback(() => requestAnimationFrame(() => resolve()));
    });
    const sought = new Promise<void>((resolve) =>
      video.addEventListener('seeked', () => resolve(), { once: true }),
    );
    player.currentTime += distance;
    await Promise.all([painted, sought]);
  }, seconds);
}
