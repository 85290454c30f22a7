/** Holds every built file to its budget: bytes after gzip, raised only in the change that grows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Gzipped bytes up to which a chunk needs no line of its own in the budget. */
const SMALL = 1_000;

type Budget = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Chunks of ours; what is copied untouched from libraries, and the entry for bundlers, is not ours to shrink. */
function builtFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /^(chunks\/)?[\w.-]+\.js$/.test(file) && file !== 'index.js',
  );
}

const budget = JSON.parse(readFileSync('size-budget.json', 'utf8')) as Budget;
const problems: string[] = [];

for (const [folder, limits] of Object.entries(budget)) {
  for (const file of new Set([...builtFiles(folder), ...Object.keys(limits)])) {
    const limit = limits[file] ?? SMALL;
    try {
      const size = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
      console.log(`${String(size).padStart(7)} of ${String(limit).padStart(7)}  ${file}`);
      if (size > limit) problems.push(`${file} is ${size} bytes after gzip; its budget is ${limit}.`);
    } catch {
      problems.push(`${file} has a budget in size-budget.json but was not built.`);
    }
  }
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
