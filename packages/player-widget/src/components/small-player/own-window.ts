import type { CSSResult } from 'lit';
import { languageOf } from '../../internal/language.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { openDocumentWindow } from './document-window.ts';
import { type ElsewhereOptions, openInPlace, showPlace } from './elsewhere.ts';
import { awayStyles, ownWindowStyles } from './own-window.styles.ts';
import { smallPlayerStyles } from './small-player.styles.ts';
import { VitrineAwayNote } from './vitrine-away-note.ts';
import { VitrineSmallPlayer } from './vitrine-small-player.ts';

/** What the page may have chosen, as it holds for this player. */
const TOKENS = ['accent', 'on-accent', 'surface', 'ink', 'muted', 'sale', 'radius', 'shadow', 'focus'];

/**
 * Takes picture and products into a window that stays over all others (document picture-in-picture), until one of both is
 * closed. Rejects where the browser does not give one.
 *
 * The `<video>` itself goes: an element of the same origin's page keeps playing on its way there and back. Products are
 * drawn there anew, by the same component as in the mini player: shadow roots lose their style sheets in another document.
 */
export async function playInOwnWindow(options: ElsewhereOptions, onEnd: () => void): Promise<() => void> {
  const { host, layer, video, signal } = options;
  const { width, height } = host.getBoundingClientRect();
  const away = await openDocumentWindow(width / height || 16 / 9);
  if (signal.aborted) {
    away.close();
    return () => undefined;
  }
  const base = layer.parentElement ?? layer;
  const note = new VitrineAwayNote();
  const place = document.createComment('');
  let isAway = true;

  const back = (): void => {
    if (!isAway) return;
    isAway = false;
    const { activeElement } = away.document;
    const had = (activeElement && activeElement !== away.document.body) || note.matches(':focus-within');
    place.replaceWith(video);
    note.remove();
    base.removeAttribute('data-away');
    host.removeAttribute('data-away');
    away.close();
    onEnd();
    if (had) base.focus({ preventScroll: true });
  };
  const toPage = (): void => {
    back();
    window.focus();
    showPlace(options);
  };

  dress(away, host, base);
  video.replaceWith(place);
  away.document.body.append(video, view(options, toPage));
  adoptStyles(layer, awayStyles);
  note.onBack = back;
  base.append(note);
  base.toggleAttribute('data-away', true);
  host.toggleAttribute('data-away', true);
  // The window's own buttons.
  away.addEventListener('pagehide', back, { once: true });
  signal.addEventListener('abort', back, { once: true });
  return back;
}

function view(options: ElsewhereOptions, toPage: () => void): VitrineSmallPlayer {
  const small = new VitrineSmallPlayer();
  small.store = options.store;
  small.onBack = toPage;
  small.onProduct = (product) => {
    toPage();
    openInPlace(options, product);
  };
  return small;
}

/** The window begins as an empty page: it gets the player's language, direction, font and colours. */
function dress(away: Window & typeof globalThis, host: HTMLElement, base: HTMLElement): void {
  const { document: page } = away;
  page.title = base.ariaLabel ?? '';
  page.documentElement.lang = languageOf(host);
  page.documentElement.dir = base.dir;
  const look = getComputedStyle(base);
  page.body.style.fontFamily = look.fontFamily;
  for (const name of TOKENS) page.body.style.setProperty(`--${name}`, look.getPropertyValue(`--${name}`));
  page.adoptedStyleSheets = [ownWindowStyles, smallPlayerStyles].map((styles) => sheetFor(away, styles));
}

/** A sheet belongs to the document in which it was made. */
function sheetFor(away: Window & typeof globalThis, { cssText }: CSSResult): CSSStyleSheet {
  const sheet = new away.CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}
