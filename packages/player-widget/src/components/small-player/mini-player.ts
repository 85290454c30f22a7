import { onAbort } from '../../internal/on-abort.ts';
import { facadeShown } from '../../store/player-store.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { screenOf } from '../player/screen-of.ts';
import { type ElsewhereOptions, openInPlace, showPlace } from './elsewhere.ts';
import { miniPlayerStyles } from './mini-player.styles.ts';
import { smallPlayerStyles } from './small-player.styles.ts';
import { swipeAway } from './swipe-away.ts';
import { VitrineSmallPlayer } from './vitrine-small-player.ts';

/** Share of the player that has to be in view again. */
const BACK = 0.2;

/** Of all players on the page, the one that floats, if any. */
const floating = new Set<MiniPlayer>();

/** Lets a player that plays float in a corner of the window while its place in the page is out of view. */
export function followMiniPlayer(options: ElsewhereOptions): void {
  const mini = new MiniPlayer(options);
  const observer = new IntersectionObserver(([entry]) => entry && mini.look(entry), {
    threshold: [0, BACK],
  });
  observer.observe(options.host);
  onAbort(options.signal, () => {
    observer.disconnect();
    mini.dock();
  });
}

class MiniPlayer {
  readonly #options: ElsewhereOptions;
  readonly #base: HTMLElement;
  #floats: AbortController | undefined;
  /** Closed, it stays closed until it has been in view. */
  #closed = false;
  /** How its place was seen last. */
  #seen: IntersectionObserverEntry | undefined;

  constructor(options: ElsewhereOptions) {
    const { layer, store, engine, signal } = options;
    this.#options = options;
    this.#base = layer.parentElement ?? layer;
    adoptStyles(layer, smallPlayerStyles);
    adoptStyles(layer, miniPlayerStyles);
    // A screen, and what is told at the end, want their room.
    store.subscribe(() => (this.#isCovered ? this.dock() : this.#lookAgain()), { signal });
    engine.addEventListener('ended', () => this.dock(), { signal });
    // Left while it stood still, or had a screen, for a moment: its place would not be told of again.
    engine.addEventListener('playing', () => this.#lookAgain(), { signal });
  }

  look(seen: IntersectionObserverEntry): void {
    this.#seen = seen;
    const { isIntersecting, intersectionRatio, boundingClientRect } = seen;
    if (intersectionRatio >= BACK) {
      this.#closed = false;
      this.dock();
    } else if (!isIntersecting && boundingClientRect.width > 0 && this.#mayFloat) this.#float();
  }

  /** Back in its place. */
  dock(): void {
    if (!this.#floats) return;
    this.#floats.abort();
    this.#floats = undefined;
    floating.delete(this);
    const base = this.#base;
    const inside = base.matches(':focus-within');
    base.querySelector('vitrine-small-player')?.remove();
    if (base.matches(':popover-open')) base.hidePopover();
    base.popover = null;
    // Drawn anew where it is now: for whoever measures what shifts in a page, a box that is kept would have moved there.
    base.style.display = 'none';
    base.getClientRects();
    base.style.removeProperty('display');
    base.part.remove('mini');
    this.#options.host.removeAttribute('data-floating');
    if (inside) base.focus({ preventScroll: true });
  }

  #lookAgain(): void {
    if (!this.#seen || this.#floats) return;
    // Another one is not taken away by whatever changes here, but by sound where it has none.
    if ([...floating].every((other) => this.#isHeard && !other.#isHeard)) this.look(this.#seen);
  }

  get #isCovered(): boolean {
    const { state } = this.#options.store;
    return facadeShown(state) || !!screenOf(state);
  }

  get #mayFloat(): boolean {
    const { host, engine } = this.#options;
    return (
      host.hasAttribute('mini-player') &&
      !this.#closed &&
      !this.#isCovered &&
      !engine.paused &&
      !engine.ended &&
      !host.matches(':fullscreen, [data-filled], [data-away]') &&
      document.pictureInPictureElement !== host &&
      // Somebody is at its products.
      !this.#base.querySelector(':scope > vitrine-bag[data-place]')
    );
  }

  get #isHeard(): boolean {
    const { engine } = this.#options;
    return !engine.paused && !engine.muted && engine.volume > 0;
  }

  #float(): void {
    if (this.#floats) return;
    // Whoever is heard stays to be seen.
    if (!this.#isHeard && [...floating].some((other) => other.#isHeard)) return;
    for (const other of floating) other.dock();
    floating.add(this);
    this.#floats = new AbortController();
    const { signal } = this.#floats;
    const { host } = this.#options;
    const base = this.#base;
    const inside = base.matches(':focus-within');
    const { width, height } = host.getBoundingClientRect();
    base.style.setProperty('--mini-shape', String(width / height));
    base.append(this.#view());
    base.part.add('mini');
    base.popover = 'manual';
    base.showPopover();
    host.toggleAttribute('data-floating', true);
    if (inside) base.focus({ preventScroll: true });
    base.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) this.#close();
      },
      { signal },
    );
    swipeAway(base, () => this.#close(), { signal });
  }

  #view(): VitrineSmallPlayer {
    const view = new VitrineSmallPlayer();
    view.store = this.#options.store;
    view.onClose = () => this.#close();
    view.onBack = () => this.#back();
    view.onProduct = (product) => {
      this.#back();
      openInPlace(this.#options, product);
    };
    return view;
  }

  #back(): void {
    this.dock();
    // A page may take its time to go there.
    this.#seen = undefined;
    showPlace(this.#options);
  }

  /** Nobody wants to hear what they do not want to see. */
  #close(): void {
    this.#closed = true;
    this.#options.engine.pause();
    this.dock();
  }
}
