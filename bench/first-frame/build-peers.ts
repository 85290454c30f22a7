import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const MODULES = fileURLToPath(new URL('../node_modules/', import.meta.url));
const pages = (name: string): string => fileURLToPath(new URL(`pages/${name}`, import.meta.url));
/** Served as their makers publish them. */
const AS_THEY_ARE = ['hls.js', '@mux/mux-player', 'video.js', 'cloudinary-video-player'];

/** Makes a folder with everything that the other players' pages load; two of them want a bundler. */
export async function buildPeers(folder: string): Promise<void> {
  await mkdir(join(folder, '@mux'), { recursive: true });
  for (const name of AS_THEY_ARE) await symlink(join(MODULES, name), join(folder, name));
  const options: BuildOptions = { bundle: true, minify: true, nodePaths: [MODULES], logLevel: 'error' };
  await build({
    ...options,
    entryPoints: [pages('vidstack.js')],
    format: 'esm',
    splitting: true,
    outdir: join(folder, 'vidstack'),
  });
  await build({
    ...options,
    entryPoints: [pages('ivs.js')],
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    outfile: join(folder, 'ivs.js'),
  });
  await cp(join(MODULES, 'amazon-ivs-player/dist/assets'), join(folder, 'ivs'), { recursive: true });
}
