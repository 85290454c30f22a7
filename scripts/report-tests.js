/**
 * What `node --test` prints of a step here: each failure when it happens, with all that is known of it, and which files took longest. In
 * JavaScript, since Node loads a reporter before it takes types out of anything.
 */
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** Files whose times are shown. */
const LONGEST = 8;

// eslint-disable-next-line no-restricted-syntax -- Node wants a reporter as the default export.
export default async function* reportTests(source) {
  const files = [];
  /** What files wrote as errors: it says why one ended whose tests have passed. */
  const said = new Map();
  let passed = 0;
  for await (const { type, data } of source) {
    const file = data.file && relative(process.cwd(), data.file);
    if (type === 'test:summary' && file) files.push({ file, ms: data.duration_ms });
    if (type === 'test:pass' && data.details.type !== 'suite') passed += 1;
    if (type === 'test:stderr') said.set(file, `${said.get(file) ?? ''}${data.message}`);
    if (type !== 'test:fail') continue;
    yield `✗ ${file}: ${data.name}\n${reasonOf(data.details.error)}\n`;
    if (data.name === file) yield said.get(file) ?? '';
  }
  const longest = files.sort((a, b) => b.ms - a.ms).slice(0, LONGEST);
  const times = longest.map(({ file, ms }) => `  ${(ms / 1000).toFixed(0)} s  ${file}\n`);
  yield `${passed} tests passed in ${files.length} files; longest:\n${times.join('')}`;
}

function reasonOf(error) {
  // A suite fails for its tests, which have said why.
  const { failureType, message, cause } = error;
  const reason = failureType === 'subtestsFailed' || typeof cause === 'string' ? message : inspect(cause);
  return reason.replace(/^/gm, '  ');
}
