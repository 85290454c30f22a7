#!/usr/bin/env node
/**
 * `vitrine-ivs <folder>`: puts the Amazon IVS player's files where the widget looks for them. They are Amazon's, so our
 * package does not carry them: they are taken from the `amazon-ivs-player` that you installed.
 */
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const WORKER_FILES = ['amazon-ivs-wasmworker.min.js', 'amazon-ivs-wasmworker.min.wasm'];
/** What the SDK imports and does not bring along. */
const PEERS = ['bowser', 'lodash', 'events'];
const SDK_FILE = 'amazon-ivs-player.js';

const folder = process.argv[2];
if (!folder || folder.startsWith('-'))
  stop('Usage: vitrine-ivs <folder>   (served as ivs/ beside vitrine.js)');

const require = createRequire(join(process.cwd(), 'package.json'));
const sdk =
  find('amazon-ivs-player') ?? stop('amazon-ivs-player is not installed here: npm install amazon-ivs-player');
const target = resolve(folder);
await mkdir(target, { recursive: true });
for (const file of WORKER_FILES) await copyFile(join(dirname(sdk), 'assets', file), join(target, file));
await buildSdk(join(target, SDK_FILE));
console.log(`${[...WORKER_FILES, SDK_FILE].join(', ')} are in ${target}`);

/** One ES module of the SDK and its dependencies, as the widget imports it. */
async function buildSdk(outfile) {
  const missing = ['esbuild', ...PEERS].filter((name) => !find(name));
  if (missing.length > 0) stop(`To build the SDK for browsers: npm install ${missing.join(' ')}`);
  const { build } = require('esbuild');
  await build({
    stdin: {
      contents: "export { create, PlayerEventType, PlayerState } from 'amazon-ivs-player';",
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    // Node's module, of which lodash makes use only in Node.
    external: ['util'],
    outfile,
    logLevel: 'error',
  });
}

function find(name) {
  try {
    return require.resolve(name === 'lodash' ? 'lodash/package.json' : name);
  } catch {
    return undefined;
  }
}

function stop(line) {
  console.error(line);
  process.exit(1);
}
