import type { Random } from '../support/random.ts';
import { damageText } from './damage-text.ts';

/** Letters and digits of a simple generator: a database cannot make them shorter, which it does with what repeats itself. */
const INCOMPRESSIBLE = Array.from({ length: 6_000 }, (_, index) =>
  Math.trunc((((index + 1) * 0.618_033_988_749_895 * (index + 7)) % 1) * 36).toString(36),
).join('');

/** Stands for what is nested deeper than JavaScript can copy or write, though it can read it. */
const NESTED = 'nested';
const DEPTH = 20_000;

const VALUES: readonly [unknown, ...unknown[]] = [
  null,
  true,
  0,
  -1,
  1e308,
  0.5,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '2026-03-05T08:00:00Z',
  '9999-12-31T23:59:60Z',
  '2026-02-30T08:00:00Z',
  '0000-01-01T00:00:00Z',
  '1969-12-31T23:59:59.999999999Z',
  '2026-03-05T08:00:00+23:59',
  '../..',
  '/',
  'x'.repeat(3_000),
  INCOMPRESSIBLE,
  NESTED,
  [],
  {},
  ['arn:aws:ivs:us-west-2:123456a7-ab1c-2d34-e5f6-1a2b3c4d5678'],
  [null],
  { length: -1 },
  Array.from({ length: 300 }, (_, index) => index),
];

type Path = readonly (string | number)[];

/** The text of a JSON value with other values in some places, and sometimes no JSON any more. */
export function damageJson(value: unknown, random: Random): string {
  const copy: unknown = structuredClone(value);
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const [first, ...others] = placesIn(copy);
    if (first) change(copy, random.pick([first, ...others]), random);
  }
  const nested = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
  const text = JSON.stringify(copy).replaceAll(JSON.stringify(NESTED), nested);
  return random.chance(0.25) ? damageText(text, random) : text;
}

function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inside = Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]));
  return path.length > 0 ? [path, ...inside] : inside;
}

function change(root: unknown, path: Path, random: Random): void {
  const parent: unknown = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root);
  const key = String(path.at(-1));
  const holder = parent as Record<string, unknown>;
  if (random.chance(0.2)) Reflect.deleteProperty(holder, key);
  // A copy: what is changed next may lie inside.
  else holder[key] = structuredClone(random.pick(VALUES));
}
