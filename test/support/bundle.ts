import { build } from 'esbuild';

/** Bundles a browser module of the tests into one script text that a page can run. */
export async function bundleForPage(entry: URL): Promise<string> {
  const result = await build({
    entryPoints: [entry.pathname],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['vitrine-source'],
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`nothing was built from ${entry.pathname}`);
  return output.text;
}
