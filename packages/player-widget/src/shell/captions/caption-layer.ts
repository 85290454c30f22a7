import { onAbort } from '../../internal/on-abort.ts';
import { captionText } from './caption-text.ts';
import type { Captions } from './captions.ts';

/** Told on the layer when captions need more room at the bottom, or give it back. */
export const ROOM_CHANGED = 'roomchange';

/**
 * Draws captions over the picture, above the controls and below the products, which keep clear of it: the band that they have taken
 * stays theirs for as long as they are on, so that nothing jumps with each sentence.
 */
export function drawCaptions(
  layer: HTMLElement,
  captions: Captions,
  { signal }: { signal: AbortSignal },
): void {
  const box = document.createElement('div');
  box.className = 'captions';
  box.part.add('captions');
  // Beneath the controls, which come later.
  layer.prepend(box);

  let following: TextTrack | undefined;
  const draw = (): void => {
    box.lang = following?.language ?? '';
    box.replaceChildren(
      ...captionText(following?.activeCues ?? null).map((text) => {
        const row = document.createElement('p');
        const words = document.createElement('span');
        words.part.add('caption');
        words.textContent = text;
        row.append(words);
        return row;
      }),
    );
  };
  const follow = (): void => {
    const { chosen } = captions;
    if (chosen === following) return;
    following?.removeEventListener('cuechange', draw);
    following = chosen;
    following?.addEventListener('cuechange', draw);
    draw();
    takeRoom(0);
  };

  let band = 0;
  const takeRoom = (height: number): void => {
    const least = following ? leastRoom(box) : 0;
    const room = Math.max(least, height);
    if (room === band) return;
    band = room;
    const outer = layer.parentElement ?? layer;
    outer.style.setProperty('--captions-room', room > 0 ? `${room}px` : null);
    layer.toggleAttribute('data-captions', room > 0);
    layer.dispatchEvent(new Event(ROOM_CHANGED, { bubbles: true }));
  };
  // Grows with what is said; begins anew with another size of the player.
  const rows = new ResizeObserver(() => takeRoom(Math.max(band, box.offsetHeight)));
  const size = new ResizeObserver(() => takeRoom(box.offsetHeight));
  rows.observe(box);
  size.observe(layer);

  captions.addEventListener('change', follow, { signal });
  follow();
  onAbort(signal, () => {
    following?.removeEventListener('cuechange', draw);
    following = undefined;
    rows.disconnect();
    size.disconnect();
    takeRoom(0);
    box.remove();
  });
}

/** Two rows, in pixels. */
function leastRoom(box: HTMLElement): number {
  return Math.ceil(2 * parseFloat(getComputedStyle(box).lineHeight)) || 0;
}
