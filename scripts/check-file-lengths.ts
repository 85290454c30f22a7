/**
 * Fails when a file in a `src/` folder is too long to be one thing, and shows the median and the 90th percentile of each
 * package: a package drifts before a single file does.
 */
import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

const MAX_LINES = 300;
const MAX_TEST_LINES = 400;

interface SourceFile {
  readonly package: string;
  readonly path: string;
  readonly lines: number;
  readonly isTest: boolean;
}

function readSource(path: string): SourceFile {
  const parts = path.split(sep);
  return {
    path,
    package: parts[0] === 'packages' ? (parts[1] ?? '') : (parts[0] ?? ''),
    lines: readFileSync(path, 'utf8').split('\n').length - 1,
    isTest: path.endsWith('.test.ts') || parts.includes('test'),
  };
}

/** The length that this share of the files does not exceed. */
function percentile(files: readonly SourceFile[], share: number): number {
  const lengths = files.map(({ lines }) => lines).sort((a, b) => a - b);
  return lengths[Math.ceil(lengths.length * share) - 1] ?? 0;
}

const files = globSync('{packages/*,infra}/src/**/*.{ts,js,css}').map(readSource);

console.log('lines per source file (tests apart)');
for (const name of new Set(files.map((file) => file.package))) {
  const sources = files.filter((file) => file.package === name && !file.isTest);
  const [median, p90, longest] = [0.5, 0.9, 1].map((share) => String(percentile(sources, share)).padStart(4));
  console.log(`${name.padEnd(18)} ${sources.length} files, median ${median}, p90 ${p90}, longest ${longest}`);
}

const tooLong = files.filter(({ lines, isTest }) => lines > (isTest ? MAX_TEST_LINES : MAX_LINES));
for (const { path, lines, isTest } of tooLong) {
  console.error(
    `${path} has ${lines} lines; at most ${isTest ? MAX_TEST_LINES : MAX_LINES}. Split it by what it does.`,
  );
}
if (files.length === 0) console.error('No source files found: run this from the root of the repository.');
process.exitCode = tooLong.length > 0 || files.length === 0 ? 1 : 0;
