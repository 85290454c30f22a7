import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { compileScript, parse } from 'vue/compiler-sfc';

/** esbuild plugin: Vue's single-file components, their templates compiled, so that the page needs no `eval`. */
export const vueFiles: Plugin = {
  name: 'vue-files',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor, errors } = parse(await readFile(path, 'utf8'), { filename: path });
      const [error] = errors;
      if (error) throw error;
      const { content } = compileScript(descriptor, {
        id: 'page',
        inlineTemplate: true,
        templateOptions: {
          // Ours are the browser's business, not components of Vue's.
          compilerOptions: { isCustomElement: (tag) => tag.startsWith('vitrine-') },
        },
      });
      return { contents: content, loader: 'js' };
    });
  },
};
