import type { Act } from '../../states/act.ts';
import type { PlayerElement } from './player-element.ts';
import { findVisible } from './find-visible.ts';

/** Milliseconds after which what was waited for counts as missing. */
const PATIENCE = 25_000;

async function until<T>(what: string, look: () => T | undefined | false, instead?: () => string): Promise<T> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited in vain ${what}${instead?.() ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Tells the state's own service something. */
async function tell(player: HTMLElement, path: string, body: object = {}): Promise<void> {
  const response = await fetch(`${player.getAttribute('service') ?? ''}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
}

/** Does one thing that a viewer does, or waits for what one would see. */
export async function perform(
  [what, of]: Act,
  player: PlayerElement,
  errors: ReadonlySet<string>,
): Promise<void> {
  switch (what) {
    case 'play':
      // What comes of it is seen, or told, later.
      return void player.play();
    case 'pause':
      return player.pause();
    case 'seek-by':
      player.currentTime += of;
      return;
    case 'play-until':
      return void (await until(`to come to ${of} s`, () => player.currentTime >= of));
    case 'see':
      return void (await until(`to see ${of}`, () => findVisible(player, of)));
    case 'see-no':
      return void (await until(`for ${of} to go`, () => !findVisible(player, of)));
    case 'press':
      return void (await until(`for ${of} to press`, () => findVisible(player, of))).click();
    case 'focus':
      return void (await until(`for ${of} to focus`, () => findVisible(player, of))).focus();
    case 'link':
      location.hash = of;
      return;
    case 'hear-error':
      return void (await until(
        `for ${of}`,
        () => errors.has(of),
        () => `, heard ${[...errors].join(', ') || 'nothing'}`,
      ));
    case 'phase':
      return tell(player, 'phase', { phase: of });
    case 'cut':
      return tell(player, 'cut');
  }
}
