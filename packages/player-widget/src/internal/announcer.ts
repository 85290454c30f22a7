/** Milliseconds between two announcements of a player, at least: whoever listens has to get to the end of one. */
const PAUSE = 3_000;

/** Milliseconds that a live region has to be there before what is put into it is heard. */
const KNOWN_AFTER = 100;

/** For ears alone: `display: none` would hide it from them, too. */
const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** What a player tells of. */
type Topic = 'products' | 'choice' | 'cart' | 'playback' | 'live' | 'replay' | 'resumed' | 'screen';

/**
 * The one voice of a player: whoever of it has something to say waits for their turn, and of what changes meanwhile only how it
 * has ended is said. An error says so at once and by itself (`role="alert"`); others then give way.
 */
export class Announcer {
  readonly #base: Element;
  readonly #region = document.createElement('div');
  readonly #waiting = new Map<Topic, string>();
  readonly #said = new Map<Topic, string>();
  #last: Topic | undefined;
  #next = 0;
  #turn: ReturnType<typeof setTimeout> | undefined;

  constructor(base: Element) {
    this.#base = base;
    this.#region.className = 'announcement';
    this.#region.setAttribute('aria-live', 'polite');
    Object.assign(this.#region.style, UNSEEN);
    this.speakIn();
  }

  /** An empty text takes back what was to be said; whatever comes after it is news again. */
  announce(topic: Topic, text: string): void {
    this.#waiting.delete(topic);
    if (!text) {
      this.#said.delete(topic);
      if (this.#last === topic) this.#region.textContent = '';
    } else if (text !== this.#said.get(topic)) this.#waiting.set(topic, text);
    this.#speak();
  }

  /** Something is being said that could not wait. */
  giveWay(): void {
    this.#next = performance.now() + PAUSE;
  }

  /** While a modal dialog is open nothing is heard but what is in it. */
  speakIn(box = this.#base): void {
    this.#region.textContent = '';
    box.append(this.#region);
    this.#next = Math.max(this.#next, performance.now() + KNOWN_AFTER);
  }

  #speak(): void {
    clearTimeout(this.#turn);
    const [next] = this.#waiting;
    if (!next) return;
    const pause = this.#next - performance.now();
    if (pause > 0) {
      this.#turn = setTimeout(() => this.#speak(), pause);
      return;
    }
    const [topic, text] = next;
    this.#waiting.delete(topic);
    this.#said.set(topic, text);
    this.#last = topic;
    // A text of its own each time: the same words again are heard again.
    this.#region.replaceChildren(text);
    this.giveWay();
    this.#speak();
  }
}

const announcers = new WeakMap<Element, Announcer>();

/** That of the player of which something is a part, however deep. */
export function announcerOf(part: Element): Announcer {
  const base = baseOf(part);
  const announcer = announcers.get(base) ?? new Announcer(base);
  announcers.set(base, announcer);
  return announcer;
}

function baseOf(part: Element): Element {
  const base = part.closest('.base');
  const root = part.getRootNode();
  return base ?? (root instanceof ShadowRoot ? baseOf(root.host) : part);
}
