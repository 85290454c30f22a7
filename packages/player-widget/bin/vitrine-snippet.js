#!/usr/bin/env node
/**
 * `vitrine-snippet <release folder> <base URL>`: prints what a page pastes, with integrity hashes; attributes of the element are
 * given as `name=value`. `--ahead=live` or `--ahead=archive` also names, for a page whose player plays at once, what the entry would
 * ask for next. `--json` prints the tags as data, for templates and for a page's own import map.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KINDS, linksAhead } from './release/ahead.js';
import { describeSnippet, writeSnippet } from './release/snippet.js';
import { stop } from './release/stop.js';

const USAGE =
  'Usage: vitrine-snippet <folder> <base URL> [event-id=spring service=https://api.example …] [--ahead=live|archive] [--json]\n  (the folder that vitrine-release wrote, and the address at which it is served)';

const { values, positionals } = readArguments();
const { ahead, json } = values;
const [folder, base, ...rest] = positionals;
if (!folder || !base || !URL.canParse(base)) stop(USAGE);
if (ahead !== undefined && !KINDS.includes(ahead))
  stop(`--ahead=${ahead} should be ${KINDS.map((kind) => `--ahead=${kind}`).join(' or ')}.`);
const attributes = Object.fromEntries(
  rest.map((pair) => {
    const [, name, value] = /^([a-z-]+)=(.*)$/.exec(pair) ?? stop(`"${pair}" should be name=value.`);
    return [name, value];
  }),
);

const name = await newestIn(folder);
const release = JSON.parse(await readFile(join(folder, name, 'release.json'), 'utf8'));
const snippet = describeSnippet(release, base);
const links = ahead ? namedInAdvance() : [];
console.log(
  json
    ? JSON.stringify({ ...snippet, ...(ahead && { links }) }, null, 2)
    : writeSnippet(snippet, attributes, links),
);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, ahead: { type: 'string' } },
    });
  } catch ({ message }) {
    return stop(`${message}\n${USAGE}`);
  }
}

function namedInAdvance() {
  try {
    return linksAhead(ahead, { root: new URL('./', snippet.script.src), files: release.files }, attributes);
  } catch ({ message }) {
    return stop(message);
  }
}

async function newestIn(place) {
  const rolling = await readFile(join(place, 'vitrine.js'), 'utf8').catch(() => '');
  const [, newest] = /import '\.\/([^/]+)\/vitrine\.js'/.exec(rolling) ?? [];
  return newest ?? stop(`${place} holds no release: vitrine-release writes one.`);
}
