#!/usr/bin/env node
/**
 * `vitrine-release <folder>`: lays the built files out for your own hosting. Everything of a release goes into a folder that
 * is named by its version and its content and never changes; `vitrine.js` beside it is the rolling channel, which names
 * the newest. Releases that are there already stay: pages that are open go on asking for their files.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashFiles } from './release/file-hashes.js';
import { isIvsInstalled, writeIvsFiles } from './release/ivs-files.js';
import { describeSnippet, writeSnippet } from './release/snippet.js';
import { stop } from './release/stop.js';

const [folder] = process.argv.slice(2);
if (!folder || folder.startsWith('-')) stop('Usage: vitrine-release <folder>   (to be uploaded as it is)');

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
const target = resolve(folder);
const building = join(target, `.${version}-${String(process.pid)}`);

for (const part of ['vitrine.js', 'chunks', 'hls', 'licenses'])
  await cp(join(DIST, part), join(building, part), { recursive: true }).catch(() =>
    stop(`${join(DIST, part)} is not there: build the widget first (npm run build).`),
  );
// In a checkout the build has made them; of the npm package they are no part.
const hasIvs = await cp(join(DIST, 'ivs'), join(building, 'ivs'), { recursive: true })
  .then(() => true)
  .catch(
    () => isIvsInstalled() && writeIvsFiles(join(building, 'ivs')).catch(({ message }) => stop(message)),
  );

const files = await hashFiles(building);
const content = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8);
const release = { version, name: `${version}-${content}`, files };
await writeFile(join(building, 'release.json'), JSON.stringify(release, null, 2));
const place = join(target, release.name);
// The same content is there already: nothing of it is touched.
if (existsSync(place)) await rm(building, { recursive: true });
else await rename(building, place);

const write = async (name, text) => {
  await writeFile(join(target, `.${name}`), text);
  await rename(join(target, `.${name}`), join(target, name));
};
const snippet = describeSnippet(release, 'https://cdn.example/vitrine/');
await write(
  'snippet.html',
  writeSnippet(snippet, { service: 'https://api.example', 'event-id': 'your-event' }),
);
await write('snippet.json', JSON.stringify(snippet, null, 2));
// Last: whoever reads it finds what it names.
await write('vitrine.js', `/* The newest release. */ import './${release.name}/vitrine.js';\n`);

console.log(`${release.name} is in ${target}`);
console.log(
  '  vitrine.js is the rolling channel; snippet.html has the tags with integrity hashes (vitrine-snippet prints yours)',
);
if (!hasIvs)
  console.log('  without the IVS player’s files: for live, npm install amazon-ivs-player and run this again');
