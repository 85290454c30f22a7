import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { formatDiagnostics, performCompilation, readConfiguration } from '@angular/compiler-cli';
import linker from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import type { Plugin } from 'esbuild';

const PROJECT = fileURLToPath(new URL('../angular/tsconfig.json', import.meta.url));

/** Angular's packages leave to their user the last step of compiling what has this in it; in the page it would need `eval`. */
const UNLINKED = /ɵɵngDeclare/;

/** esbuild plugin: the page's own files compiled ahead of time, templates checked; Angular's packages linked. */
export const angularFiles: Plugin = {
  name: 'angular-files',
  setup({ onLoad, onStart }) {
    let compiled: ReadonlyMap<string, string> = new Map();
    onStart(() => {
      compiled = compile();
    });
    onLoad({ filter: /demo\/frameworks\/.*\.ts$/ }, ({ path }) => {
      const contents = compiled.get(path.replace(/ts$/, 'js'));
      return contents === undefined ? undefined : { contents, loader: 'js' };
    });
    onLoad({ filter: /node_modules\/@angular\/.*\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!UNLINKED.test(source)) return { contents: source, loader: 'js' };
      const linked = await transformAsync(source, {
        filename: path,
        plugins: [linker],
        compact: false,
        configFile: false,
        babelrc: false,
      });
      return { contents: linked?.code ?? '', loader: 'js' };
    });
  },
};

/** @throws with what the compiler says of a page that is wrong */
function compile(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const { rootNames, options, errors } = readConfiguration(PROJECT);
  const { diagnostics } = performCompilation({
    rootNames,
    options: { ...options, noEmit: false },
    // Nothing is written: esbuild takes it from here.
    emitCallback: ({ program, targetSourceFile, customTransformers }) =>
      program.emit(
        targetSourceFile,
        (path, text) => files.set(path, text),
        undefined,
        false,
        customTransformers,
      ),
  });
  const problems = [...errors, ...diagnostics];
  if (problems.length > 0) throw new Error(formatDiagnostics(problems));
  return files;
}
