import type { CSSResult } from 'lit';
import { languageOf, onLanguage } from '../../internal/language.ts';
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
 * The `<video>` itself goes: an element of the same origin's page keeps playing on its way there and back. So do its captions, which
 * are drawn wherever they are. Products are drawn there anew, by the same component as in the mini player: shadow roots lose their style sheets in another document.
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
  let isAway = true;

  const back = (): void => {
    if (!isAway) return;
    isAway = false;
    const { activeElement } = away.document;
    const had = (activeElement && activeElement !== away.document.body) || note.matches(':focus-within');
    for (const putBack of lent) putBack();
    stopDressing();
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

  const stopDressing = keepDressed(away, host, base);
  const parts = [video, ...layer.querySelectorAll<HTMLElement>(':scope > .captions')];
  const lent = parts.map(lend);
  away.document.body.append(...parts, view(options, toPage));
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

/** Takes a part from its place; what is returned puts it back, if it is still there. */
function lend(part: HTMLElement): () => void {
  const place = document.createComment('');
  part.replaceWith(place);
  return () => (part.isConnected ? place.replaceWith(part) : place.remove());
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

/** The window begins as an empty page: it gets the player's language, direction, font and colours, and those that it has later. */
function keepDressed(away: Window & typeof globalThis, host: HTMLElement, base: HTMLElement): () => void {
  const { document: page } = away;
  page.adoptedStyleSheets = [ownWindowStyles, smallPlayerStyles].map((styles) => sheetFor(away, styles));
  const dress = (): void => {
    const { documentElement: root } = page;
    page.title = base.ariaLabel ?? '';
    root.dir = base.dir;
    // Whenever it is set, whatever to, all that speaks is told: this, too.
    const language = languageOf(host);
    if (root.lang !== language) root.lang = language;
    const look = getComputedStyle(base);
    page.body.style.fontFamily = look.fontFamily;
    for (const name of TOKENS) page.body.style.setProperty(`--${name}`, look.getPropertyValue(`--${name}`));
  };
  // Where pages put their theme.
  const observer = new MutationObserver(dress);
  for (const element of [document.documentElement, document.body, host, base])
    observer.observe(element, { attributes: true });
  const forget = onLanguage(host, dress);
  dress();
  return () => {
    observer.disconnect();
    forget();
  };
}

/** A sheet belongs to the document in which it was made. */
function sheetFor(away: Window & typeof globalThis, { cssText }: CSSResult): CSSStyleSheet {
  const sheet = new away.CSSStyleSheet();
  sheet.replaceSync(cssText);
  return sheet;
}
