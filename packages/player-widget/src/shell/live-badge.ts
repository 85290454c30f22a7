import type { Player } from 'video.js/core.es.js';
import { announcerOf } from '../internal/announcer.ts';
import { fill } from '../internal/localize.ts';
import { onAbort } from '../internal/on-abort.ts';
import type { LivePosition } from '../media/live-position.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import { adoptStyles } from './adopt-styles.ts';
import { WORDS_CHANGED } from './languages.ts';
import { liveBadgeStyles } from './live-badge.styles.ts';
import { SHELL_TEXTS } from './shell.texts.ts';
import type { ShellOptions } from './shell-options.ts';

/** Milliseconds for which a sentence beside the badge stays. */
const SAID_FOR = 5_000;

/**
 * Says whether one is at the live edge, and stays when the controls go. Pressed, it leads back there; where one is there
 * already it tells how far behind the studio that is.
 */
export function addLiveBadge(
  player: Player,
  { layer, engine, signal }: ShellOptions,
  position: LivePosition,
): void {
  adoptStyles(layer.getRootNode(), liveBadgeStyles);
  const box = document.createElement('div');
  const button = document.createElement('button');
  const note = document.createElement('span');
  box.className = 'vitrine-live';
  button.type = 'button';
  button.className = 'vitrine-live-badge';
  note.className = 'vitrine-live-note';
  box.append(button, note);
  player.el().prepend(box);

  const say = (text: string, values = {}): string => fill(player.localize(text), values);
  let saying: ReturnType<typeof setTimeout> | undefined;
  const tell = (text: string): void => {
    clearTimeout(saying);
    note.textContent = text;
    announcerOf(layer).announce('live', text);
    if (text) saying = setTimeout(() => tell(''), SAID_FOR);
  };
  const behind = (): string => behindStudio(engine, say);
  const draw = (): void => {
    const { isAtLive } = position;
    box.toggleAttribute('data-behind', !isAtLive);
    const text = say(isAtLive ? SHELL_TEXTS.live : SHELL_TEXTS.goLive);
    if (button.textContent !== text) button.textContent = text;
    button.title = isAtLive ? behind() : text;
  };
  button.addEventListener('click', () => {
    if (position.isAtLive) tell(behind());
    else position.goLive();
  });
  button.addEventListener('pointerenter', draw);
  position.addEventListener('change', draw, { signal });
  position.addEventListener('caughtup', () => tell(say(SHELL_TEXTS.caughtUp)), { signal });
  player.on(WORDS_CHANGED, draw);
  onAbort(signal, () => clearTimeout(saying));
  draw();
}

function behindStudio(engine: MediaEngine, say: (text: string, values?: object) => string): string {
  const { latency } = engine;
  return latency === undefined
    ? say(SHELL_TEXTS.atLive)
    : say(SHELL_TEXTS.latency, { seconds: Math.round(latency) });
}
