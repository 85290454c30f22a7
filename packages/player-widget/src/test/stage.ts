import { addCue, EMPTY_TIMELINE, type Product, type Timeline } from '@vitrine/product-cues';
import { expect, fixture, html } from '@open-wc/testing';
import { addBag, type VitrineBag } from '../components/bag/vitrine-bag.ts';
import { playerStyles } from '../components/player/vitrine-player.styles.ts';
import { createPlayerStore, type PlayerStore } from '../store/player-store.ts';
import { FakeEngine } from './fake-engine.ts';
import { event } from './fixtures.ts';

export interface Stage {
  readonly host: HTMLElement;
  readonly base: HTMLElement;
  readonly bag: VitrineBag;
  readonly store: PlayerStore;
  readonly engine: FakeEngine;
}

interface StageOptions {
  readonly products: readonly Product[];
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  /** First moments, in seconds, by product. */
  readonly moments?: Readonly<Record<string, number>>;
  readonly lang?: string;
}

/** A player of this size with its bag, playing what the fake engine has; in the place of the player itself a box in its look. */
export async function stage(options: StageOptions): Promise<Stage> {
  const { products, width = 960, height = 540, duration = 600, moments = {}, lang = 'en' } = options;
  const host = await fixture<HTMLElement>(html`<section lang=${lang}></section>`);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = playerStyles.flatMap(({ styleSheet }) => styleSheet ?? []);
  host.style.cssText = `width: ${String(width)}px; height: ${String(height)}px; aspect-ratio: auto`;
  const base = document.createElement('div');
  base.className = 'base';
  base.tabIndex = -1;
  root.append(base);

  const engine = new FakeEngine({ show: { duration } });
  await engine.load({ type: 'archive', url: 'show', captions: false });
  const cues = Object.entries(moments).map(([id, time], n) => ({
    n,
    time,
    show: [id],
    origin: 'archive' as const,
  }));
  const intake = { timeline: cues.reduce<Timeline>(addCue, EMPTY_TIMELINE) };
  const store = createPlayerStore();
  store.update({
    event: event({ products, title: 'Spring table' }),
    products,
    engine,
    intake,
    wanted: true,
    hasPicture: true,
  });
  const bag = addBag(base, store);
  await bag.updateComplete;
  return { host, base, bag, store, engine };
}

/** Once nothing slides or fades any more: what is measured before is on its way. */
export async function atRest({ bag }: Stage): Promise<void> {
  const root = bag.shadowRoot;
  await bag.updateComplete;
  await Promise.allSettled((root?.getAnimations() ?? []).map(({ finished }) => finished));
}

/** Through shadow roots, what matches first. */
export function deep<Found extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
): Found | undefined {
  const found = root.querySelector<Found>(selector);
  if (found) return found;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    const inner = shadowRoot && deep<Found>(shadowRoot, selector);
    if (inner) return inner;
  }
  return undefined;
}

/** At rest: what still fades in has other colours. */
export async function assertAccessible(on: Stage): Promise<void> {
  await atRest(on);
  await expect(on.bag).to.be.accessible();
}
