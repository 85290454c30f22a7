import { expect, fixture, html } from '@open-wc/testing';
import { playerStyles } from '../components/player/vitrine-player.styles.ts';
import { forgetWish } from '../shell/captions/captions.ts';
import { createShell } from '../shell/shell.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import { waitUntil } from './wait-until.ts';

export interface ShellStage {
  readonly host: HTMLElement;
  readonly base: HTMLElement;
  readonly layer: HTMLElement;
  /** Of the control bar, by its title. */
  button(title: string): HTMLElement;
  /** What is in the menu that is open. */
  items(): readonly HTMLElement[];
  /** Where the focus is within the player. */
  focused(): Element | null;
  close(): void;
}

interface StageOptions {
  readonly video?: HTMLVideoElement;
  readonly width?: number;
  readonly height?: number;
  readonly lang?: string;
  /** Captions stay as they were chosen before. */
  readonly keepWish?: boolean;
}

/** The controls over an engine that is open, in a box with the looks of the player. */
export async function shellStage(engine: MediaEngine, options: StageOptions = {}): Promise<ShellStage> {
  const { video = document.createElement('video'), width = 640, height = 360, lang = 'en' } = options;
  if (!options.keepWish) forgetWish();
  const host = await fixture<HTMLElement>(html`<section lang=${lang} tabindex="-1"></section>`);
  host.style.cssText = `width: ${width}px; height: ${height}px; aspect-ratio: auto`;
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = playerStyles.flatMap(({ styleSheet }) => styleSheet ?? []);
  const base = document.createElement('div');
  base.className = 'base';
  base.tabIndex = -1;
  const layer = document.createElement('div');
  layer.className = 'shell';
  base.append(video, layer);
  root.append(base);
  const closing = new AbortController();
  createShell({ host, layer, engine, video, signal: closing.signal });
  const seen = { visibilityProperty: true };
  await waitUntil(() => layer.querySelector('.vjs-control-bar')?.checkVisibility(seen), 'the controls');
  return {
    host,
    base,
    layer,
    button(title) {
      const found = [...layer.querySelectorAll<HTMLElement>('button')].find((one) => one.title === title);
      if (!found) throw new Error(`There is no button "${title}".`);
      return found;
    },
    items: () => [...layer.querySelectorAll<HTMLElement>('[role=menu]:not([hidden]) > *')],
    focused: () => root.activeElement,
    close: () => closing.abort(),
  };
}

/** Presses a key where the focus is; answers whether somebody has taken it. */
export function press(on: Element | null, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...more,
  });
  if (!on) expect.fail(`There is nothing to press ${key} on.`);
  on.dispatchEvent(event);
  return event.defaultPrevented;
}
