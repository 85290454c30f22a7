import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const WIDGET = `${ROOT}packages/player-widget/`;

/** Texts of the widget's source files by path within `src/`, tests left out. */
export type Sources = ReadonlyMap<string, string>;

export function readSources(): Sources {
  const root = `${WIDGET}src/`;
  const files = globSync('**/*.ts', { cwd: root }).filter((file) => !/(\.test|\.d)\.ts$|^test\//.test(file));
  return new Map(files.sort().map((file) => [file, readFileSync(root + file, 'utf8')]));
}
