import { loadChunk } from '../../internal/load-chunk.ts';

/** Chunks of their own, fetched when somebody reaches for the bag. Without one, its part of the panel stays empty. */
export function needViews(): void {
  const chunks: Promise<unknown>[] = [
    loadChunk(() => import('../product-shelf/vitrine-product-shelf.ts')),
    loadChunk(() => import('../variant-picker/vitrine-variant-picker.ts')),
  ];
  for (const chunk of chunks) chunk.catch(() => undefined);
}
