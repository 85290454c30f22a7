import type { Random } from '../support/random.ts';

/** What numbers, paths and times are replaced with. */
const HOSTILE: readonly [string, ...string[]] = [
  '-1',
  '0',
  '1e999',
  'NaN',
  '-Infinity',
  '99999999999999999999999999',
  '0.0000000000001',
  '../../../../etc/passwd',
  '%2e%2e/%2e%2e/secret',
  '%',
  '%E0%A4%A',
  'https://elsewhere.example/0.ts',
  '//elsewhere.example/0.ts',
  'file:///etc/passwd',
  'data:,x',
  '\u0000',
  '\ud800',
  '\u202e',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
  '2026-13-45T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  '+275760-09-13T00:00:00Z',
  '"',
  '\\',
  '\r',
  '\n#EXT-X-ENDLIST\n',
  '\n#EXT-X-DISCONTINUITY\n',
  '\n#EXT-X-KEY:METHOD=AES-128,URI="k"\n',
  '\n#EXT-X-MAP:URI="init.mp4"\n',
  '\n#EXT-X-BYTERANGE:99999999999@99999999999\n',
  '\n#EXT-X-BYTERANGE:10\n',
  '\n#EXTINF:\n',
];

type Damage = (text: string, random: Random) => string;

const splice = (text: string, from: number, to: number, instead: string): string =>
  text.slice(0, from) + instead + text.slice(to);

const replaceToken: Damage = (text, random) => {
  const tokens = /[\w.%-]+/g;
  tokens.lastIndex = random.below(text.length);
  const token = tokens.exec(text);
  return token ? splice(text, token.index, tokens.lastIndex, random.pick(HOSTILE)) : text;
};

const replaceLine: Damage = (text, random) => {
  const lines = text.split('\n');
  lines.splice(random.below(lines.length), random.below(3), random.pick(HOSTILE));
  return lines.join('\n');
};

const repeatLine: Damage = (text, random) => {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const times = random.chance(0.03) && text.length < 4_000 ? 5_000 : 3;
  lines.splice(at, 0, ...Array.from({ length: times }, () => lines[at] ?? ''));
  return lines.join('\n');
};

const dropLine: Damage = (text, random) => {
  const lines = text.split('\n');
  lines.splice(random.below(lines.length), 1 + random.below(3));
  return lines.join('\n');
};

const insert: Damage = (text, random) => {
  const at = random.below(text.length + 1);
  return splice(text, at, at, random.pick(HOSTILE));
};

const changeCharacter: Damage = (text, random) => {
  const at = random.below(text.length);
  return splice(text, at, at + 1, String.fromCharCode(random.below(0x250)));
};

const cut: Damage = (text, random) => text.slice(0, random.below(text.length));

const nest: Damage = (text, random) => {
  const at = random.below(text.length);
  const depth = random.chance(0.05) ? 20_000 : 20;
  return splice(text, at, at, random.pick(['[', '{"a":', '(']).repeat(depth));
};

const DAMAGES: readonly [Damage, ...Damage[]] = [
  replaceToken,
  replaceToken,
  replaceToken,
  replaceLine,
  repeatLine,
  dropLine,
  insert,
  changeCharacter,
  cut,
  nest,
];

/** The text with one to a few things wrong. */
export function damageText(text: string, random: Random): string {
  let damaged = text;
  for (let times = 1 + random.below(3); times > 0 && damaged !== ''; times -= 1) {
    damaged = random.pick(DAMAGES)(damaged, random);
  }
  return damaged;
}
