import { ARCHIVE } from './list/archive.ts';
import { CONTROLS } from './list/controls.ts';
import { FACADE } from './list/facade.ts';
import { IN_PART } from './list/in-part.ts';
import { SPEAKING } from './list/languages.ts';
import { LIVE } from './list/live.ts';
import { PRODUCTS } from './list/products.ts';
import { SELLING } from './list/selling.ts';
import { TROUBLE } from './list/trouble.ts';
import { WAITING } from './list/waiting.ts';
import type { State } from './state.ts';

/** Every state of the player that the gallery shows, in the order in which one walks through them. */
export const GROUPS = [
  FACADE,
  WAITING,
  LIVE,
  ARCHIVE,
  CONTROLS,
  PRODUCTS,
  SELLING,
  TROUBLE,
  IN_PART,
  SPEAKING,
] as const;

export const STATES: readonly State[] = GROUPS.flatMap(({ states }) => states);

export function findState(id: string): State | undefined {
  return STATES.find((state) => state.id === id);
}

/** The live channel that a state is played from. */
export function channelOf({ id, ownChannel = false }: State): string {
  return ownChannel ? id : 'shared';
}
