import type { ElementDocs } from './manifest.ts';

/** What we use of the analyzer and its own types leave out. */
declare module '@custom-elements-manifest/analyzer' {
  /** The TypeScript that it brings: node kinds are numbers, which differ from ours. */
  export const ts: typeof import('typescript');
  export function create(options: {
    readonly modules: readonly unknown[];
    readonly plugins: readonly unknown[];
  }): { readonly modules: readonly { readonly declarations: readonly ElementDocs[] }[] };
}
