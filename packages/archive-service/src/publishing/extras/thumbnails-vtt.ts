import type { Assembly } from '../assembly/assembly.ts';
import type { PlacedThumbnail } from './place-thumbnails.ts';
import { webVtt } from './web-vtt.ts';

/** A thumbnail that is in the archive, and how thumbnails.vtt reaches it. */
export interface ListedThumbnail extends PlacedThumbnail {
  readonly url: string;
}

/**
 * thumbnails.vtt: which picture stands for which time. Each stands until the next one; the first of a piece also for what the piece shows before it, since
 * the one before belongs to another place. There is no time without a picture.
 *
 * @param thumbnails - by time
 */
export function thumbnailsVtt(
  thumbnails: readonly ListedThumbnail[],
  { duration, pieces }: Pick<Assembly, 'duration' | 'pieces'>,
): string {
  const starts = thumbnails.map(({ time, piece }, index) => {
    if (index === 0) return 0;
    const opensPiece = thumbnails[index - 1]?.piece !== piece;
    return opensPiece ? (pieces[piece]?.start ?? time) : time;
  });
  return webVtt(
    thumbnails.map(({ url }, index) => ({
      start: starts[index] ?? 0,
      end: starts[index + 1] ?? duration,
      text: url,
    })),
  );
}
