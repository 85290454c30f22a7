#!/usr/bin/env node
/**
 * `vitrine-snippet <release folder> <base URL>`: prints what a page pastes, with integrity hashes; attributes of the element are
 * given as `name=value`. `--ahead=live` or `--ahead=archive` also names, for a page whose player plays at once, what the entry would
 * ask for next. `--json` prints the tags as data, for templates and for a page's own import map.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS } from './release/ahead.js';
import { describeSnippet, writeSnippet } from './release/snippet.js';
import { stop } from './release/stop.js';

const args = process.argv.slice(2);
const [folder, base, ...rest] = args.filter((arg) => !arg.startsWith('--'));
const [, ahead] = /^--ahead=(.*)$/.exec(args.find((arg) => arg.startsWith('--ahead')) ?? '') ?? [];
const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--json' && !KINDS.includes(ahead));
if (unknown) stop(`${unknown} should be --json or ${KINDS.map((kind) => `--ahead=${kind}`).join(' or ')}.`);
if (!folder || !base || !URL.canParse(base))
  stop(
    'Usage: vitrine-snippet <folder> <base URL> [event-id=spring service=https://api.example …] [--ahead=live|archive] [--json]\n  (the folder that vitrine-release wrote, and the address at which it is served)',
  );
const attributes = Object.fromEntries(
  rest.map((pair) => {
    const [, name, value] = /^([a-z-]+)=(.*)$/.exec(pair) ?? stop(`"${pair}" should be name=value.`);
    return [name, value];
  }),
);

const name = await newestIn(folder);
const release = JSON.parse(await readFile(join(folder, name, 'release.json'), 'utf8'));
const snippet = describeSnippet(release, base);
console.log(
  args.includes('--json') ? JSON.stringify(snippet, null, 2) : writeSnippet(snippet, attributes, ahead),
);

async function newestIn(place) {
  const rolling = await readFile(join(place, 'vitrine.js'), 'utf8').catch(() => '');
  const [, newest] = /import '\.\/([^/]+)\/vitrine\.js'/.exec(rolling) ?? [];
  return newest ?? stop(`${place} holds no release: vitrine-release writes one.`);
}
