import type { Player } from 'video.js/core.es.js';
import { WORDS_CHANGED } from '../languages.ts';
import { drawIcon } from '../line-icons.ts';
import { followMenuKeys } from './menu-keys.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface MenuOptions {
  readonly player: Player;
  /** Class of the whole. */
  readonly name: string;
  /** What the button is called, in English. */
  readonly title: string;
  /** Name of its icon; without one the button shows what is chosen. */
  readonly icon?: string;
  /** What there is to choose from, as it is now; nobody is offered a single choice. */
  readonly choices: () => readonly Choice[];
  readonly chosen: () => string;
  readonly choose: (id: string) => void;
  readonly signal: AbortSignal;
}

/** How many menus there were: each has a name that its button can say it opens. */
let count = 0;

/**
 * A button and what it opens: one choice of several. video.js's own menus open under a passing mouse, go the wrong way with
 * Left and Right, lose the focus when they are made anew, and lie beneath the products.
 */
export class ChoiceMenu {
  readonly element = document.createElement('div');
  readonly #options: MenuOptions;
  readonly #button = document.createElement('button');
  readonly #list = document.createElement('div');
  #opening: AbortController | undefined;

  constructor(options: MenuOptions) {
    this.#options = options;
    const { player, name, icon } = options;
    this.element.className = `vjs-control choice-menu ${name}`;
    this.#button.type = 'button';
    this.#button.className = 'vjs-button';
    this.#button.setAttribute('aria-haspopup', 'menu');
    if (icon) this.#button.append(drawIcon(icon));
    this.#list.id = `choice-menu-${String((count += 1))}`;
    this.#list.className = 'menu-list';
    this.#list.setAttribute('role', 'menu');
    this.#list.hidden = true;
    this.#button.setAttribute('aria-controls', this.#list.id);
    this.#button.setAttribute('aria-expanded', 'false');
    this.element.append(this.#button, this.#list);
    this.#button.addEventListener('click', () => (this.#opening ? this.close() : this.open()));
    this.#list.addEventListener('click', (event) => this.#take(event));
    player.on(WORDS_CHANGED, () => this.update());
    this.update();
  }

  /** Takes what has changed; whoever is in the menu stays where they are. */
  update(): void {
    const { player, title, icon, choices, chosen } = this.#options;
    const offered = choices();
    const id = chosen();
    this.element.hidden = offered.length < 2;
    if (this.element.hidden) this.close();
    const name = player.localize(title);
    const value = offered.find((choice) => choice.id === id)?.label ?? '';
    this.#button.title = name;
    this.#button.ariaLabel = icon ? name : `${name}: ${value}`;
    if (!icon) this.#button.textContent = value;
    this.#list.ariaLabel = name;
    const items = offered.map((choice, index) => draw(this.#items[index], choice, choice.id === id));
    const lost = this.#items.slice(items.length).some((item) => item.matches(':focus'));
    if (this.#items.length !== items.length) this.#list.replaceChildren(...items);
    if (lost) items.at(-1)?.focus({ preventScroll: true });
  }

  open(): void {
    const { player, signal } = this.#options;
    if (this.#opening || this.element.hidden) return;
    this.#opening = new AbortController();
    const until = { signal: AbortSignal.any([signal, this.#opening.signal]) };
    this.#show(true);
    const items = this.#items;
    (items.find(({ ariaChecked }) => ariaChecked === 'true') ?? items[0])?.focus();
    followMenuKeys(this.#list, () => this.#items, { ...until, onClose: () => this.close() });
    // Before the controls leave, what they have opened is closed.
    const stay = (): void => player.reportUserActivity();
    player.on('userinactive', stay);
    until.signal.addEventListener('abort', () => player.off('userinactive', stay), { once: true });
    const turnAway = (event: Event): void => {
      if (!event.composedPath().includes(this.element)) this.close();
    };
    document.addEventListener('pointerdown', turnAway, { ...until, capture: true });
    // From one to another within the player, the document hears nothing of it.
    for (const root of [document, this.element.getRootNode()])
      root.addEventListener('focusin', turnAway, until);
  }

  /** The focus goes back to the button, unless somebody is elsewhere by now. */
  close(): void {
    if (!this.#opening) return;
    const inside = this.#list.matches(':focus-within');
    this.#opening.abort();
    this.#opening = undefined;
    this.#show(false);
    if (inside) this.#button.focus({ preventScroll: true });
  }

  get #items(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  }

  #show(open: boolean): void {
    this.#list.hidden = !open;
    this.#button.setAttribute('aria-expanded', String(open));
    // Over the products for as long as it is open.
    this.element.closest('.shell')?.toggleAttribute('data-menu', open);
  }

  #take({ target }: Event): void {
    const item = target instanceof Element ? target.closest<HTMLElement>('[data-choice]') : null;
    const id = item?.dataset['choice'];
    if (id === undefined) return;
    this.#options.choose(id);
    this.update();
    this.close();
  }
}

function draw(item: HTMLElement | undefined, { id, label }: Choice, isChosen: boolean): HTMLElement {
  const element = item ?? document.createElement('div');
  element.dataset['choice'] = id;
  element.dir = 'auto';
  element.tabIndex = -1;
  element.role = 'menuitemradio';
  element.ariaChecked = String(isChosen);
  if (element.textContent !== label) element.textContent = label;
  return element;
}
