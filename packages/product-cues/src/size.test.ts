import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a page loads of this package. */
const WIDGET_IMPORTS = [
  'addCue',
  'applySet',
  'decodeCue',
  'EMPTY_STATE',
  'EMPTY_TIMELINE',
  'mayCarryCue',
  'mediaTimeAt',
  'nextChange',
  'programTimeAt',
  'readCatalogue',
  'readEvent',
  'readLiveState',
  'readTimeline',
  'segmentClock',
  'stateAt',
];
const MAX_BYTES = 3 * 1024;

it(`costs a page under ${MAX_BYTES} bytes gzip`, async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ${WIDGET_IMPORTS.join(', ')} } from './index.ts';`,
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  for (const name of WIDGET_IMPORTS) assert.ok(code.includes(name), `the bundle lacks ${name}`);
  const bytes = gzipSync(code, { level: 9 }).byteLength;
  assert.ok(bytes < MAX_BYTES, `${bytes} bytes`);
});
