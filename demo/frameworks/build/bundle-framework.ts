import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Framework } from '../frameworks.ts';

const ENTRIES: Readonly<Record<Framework, string>> = {
  react: 'react/main.tsx',
  vue: 'vue/main.js',
  svelte: 'svelte/main.js',
  angular: 'angular/main.ts',
};

/** Compilers are heavy, and most who start the demo never look at these pages. */
const PLUGINS: Readonly<Record<Framework, () => Promise<Plugin[]>>> = {
  react: async () => [],
  vue: async () => [(await import('./vue-files.ts')).vueFiles],
  svelte: async () => [(await import('./svelte-files.ts')).svelteFiles],
  angular: async () => [(await import('./angular-files.ts')).angularFiles],
};

/** A page's scripts by file name, made in memory; the entry is `main.js`. */
export async function bundleFramework(name: Framework): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { main: fileURLToPath(new URL(`../${ENTRIES[name]}`, import.meta.url)) },
    outdir: 'frameworks',
    plugins: await PLUGINS[name](),
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ngDevMode: 'false',
      ngI18nClosureMode: 'false',
      ngServerMode: 'false',
      ngJitMode: 'false',
    },
    // Node's module, of which a library of the IVS player makes use only in Node.
    external: ['util'],
    write: false,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}
