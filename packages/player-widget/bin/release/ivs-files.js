import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const WORKER_FILES = ['amazon-ivs-wasmworker.min.js', 'amazon-ivs-wasmworker.min.wasm'];
/** What the SDK imports and does not bring along. */
const PEERS = ['bowser', 'lodash', 'events'];
const SDK_FILE = 'amazon-ivs-player.js';

const require = createRequire(join(process.cwd(), 'package.json'));

/**
 * Puts the Amazon IVS player's files into a folder, from the `amazon-ivs-player` that is installed where the command runs.
 *
 * @returns the files' names
 * @throws with one line that says what to install
 */
export async function writeIvsFiles(folder) {
  const sdk = find('amazon-ivs-player');
  if (!sdk) throw new Error('amazon-ivs-player is not installed here: npm install amazon-ivs-player');
  const missing = ['esbuild', ...PEERS].filter((name) => !find(name));
  if (missing.length > 0) throw new Error(`To build the SDK for browsers: npm install ${missing.join(' ')}`);
  await mkdir(folder, { recursive: true });
  for (const file of WORKER_FILES) await copyFile(join(dirname(sdk), 'assets', file), join(folder, file));
  await buildSdk(join(folder, SDK_FILE));
  return [...WORKER_FILES, SDK_FILE];
}

export function isIvsInstalled() {
  return find('amazon-ivs-player') !== undefined;
}

/** One ES module of the SDK and its dependencies, as the widget imports it. */
async function buildSdk(outfile) {
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
