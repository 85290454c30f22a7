import { productProblems, type Product } from '@vitrine/product-cues';
import { READ_FROM } from '../../event/read-from.ts';
import { isCurrency } from '../../internal/format.ts';
import { PlayerError } from '../../media/player-error.ts';
import type { PlayerState } from '../../store/player-store.ts';
import { tell } from '../player/tell.ts';

/** Longest part of a value that a message repeats. */
const LONGEST_VALUE = 60;

/** Of one list of products: where all are wrong, they are wrong in one way. */
const MOST_PRODUCTS = 10;

const RIGHT = 'the ISO 4217 code of a currency, such as EUR';

/**
 * Tells a developer of what is not right in what they gave, each problem once: currencies that there are not, and what had to be left
 * out of their products. All the rest goes on. What it gives is to be called with each state of the player.
 */
export function tellInputProblems(host: EventTarget): (state: PlayerState) => void {
  const told = new Set<string>();
  let looked: Partial<PlayerState> = {};
  return (state) => {
    if (looked.currency === state.currency && looked.event === state.event) return;
    looked = state;
    for (const { code, message } of problemsOf(state)) {
      if (told.has(message)) continue;
      told.add(message);
      tell(host, 'vitrine-error', { code, message, fatal: false });
    }
  };
}

function problemsOf({ currency, event }: PlayerState): readonly PlayerError[] {
  const problems: PlayerError[] = [];
  if (typeof currency === 'string' && !isCurrency(currency))
    problems.push(new PlayerError('ATTRIBUTE_INVALID', `currency=${quoted(currency)} should be ${RIGHT}.`));
  if (!event) return problems;
  const { id, currency: own, products } = event;
  // One that is made of a page's own files has no id, and no currency either: each price has its own.
  if (id && !isCurrency(own))
    problems.push(
      new PlayerError(
        'EVENT_INVALID',
        `event.currency is ${own ? quoted(own) : 'no text'}; it should be ${RIGHT}.`,
      ),
    );
  return [...problems, ...ofProducts(products)];
}

function ofProducts(products: readonly Product[]): readonly PlayerError[] {
  const { json } = READ_FROM.get(products) ?? {};
  // A catalogue of the page's own has its products alone.
  const name = json instanceof Object && !('slug' in json) ? 'catalogue' : 'event';
  const strange = products.filter(({ price }) => !isCurrency(price.currency));
  const words = [
    ...productProblems(json, name).map((problem) => `${problem}.`),
    ...strange.map(
      ({ id, price }) =>
        `The price of product ${quoted(id)} is in ${quoted(price.currency)}; it should be in ${RIGHT}.`,
    ),
  ];
  const more = words.length - MOST_PRODUCTS;
  const told = words.slice(0, MOST_PRODUCTS);
  if (more > 0) told.push(`${name}.products: ${String(more)} more such problems.`);
  const code = name === 'event' ? 'EVENT_INVALID' : 'CATALOGUE_NOT_LOADED';
  return told.map((text) => new PlayerError(code, text));
}

function quoted(value: string): string {
  return JSON.stringify(value.slice(0, LONGEST_VALUE));
}
