import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAMES, shots } from './timeline.ts';

interface Highlight {
  frame: number;
  show: string[];
  at?: Record<string, [number, number]>;
  set?: Record<string, unknown>;
}

/** The host's script must fit the pictures: a close-up's product is the main one from its first frame to its last. */
export async function verifySeed(media: string, seed: string): Promise<void> {
  const { products } = await json<{ products: { id: string; images: string[] }[] }>(
    join(seed, 'products.json'),
  );
  const highlights = await json<Highlight[]>(join(seed, 'highlights.json'));
  const known = new Set(products.map(({ id }) => id));
  for (const image of products.flatMap(({ images }) => images)) await stat(join(media, image));
  highlights.forEach(({ frame, show, at = {} }, index) => {
    const before = highlights[index - 1]?.frame ?? -1;
    if (frame <= before || frame >= FRAMES) throw new Error(`highlight ${String(index)} is out of order`);
    const stray = [
      ...show.filter((id) => !known.has(id)),
      ...Object.keys(at).filter((id) => !show.includes(id)),
    ];
    if (stray.length) throw new Error(`highlight at ${String(frame)}: ${stray.join(', ')}`);
  });
  for (const { kind, from, to, product } of shots) {
    if (kind !== 'close-up') continue;
    for (const frame of [from, to - 1]) {
      const main = highlights.findLast((highlight) => highlight.frame <= frame)?.show[0];
      if (main !== product)
        throw new Error(`frame ${String(frame)} shows ${String(product)}, the script ${String(main)}`);
    }
  }
  console.log(
    `seed: ${String(products.length)} products, ${String(highlights.length)} highlights agree with the pictures`,
  );
}

async function json<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
