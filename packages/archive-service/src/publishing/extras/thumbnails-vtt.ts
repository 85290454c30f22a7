import type { Assembly } from '../assembly/assembly.ts';
import type { PlacedThumbnail } from './place-thumbnails.ts';
import { webVtt } from './web-vtt.ts';

/**
 * thumbnails.vtt: which picture stands for which time. Each stands until the next one; the first of a piece also for what the piece shows before it, since
 * the one before belongs to another place. There is no time without a picture.
 *
 * @param thumbnails - by time
 * @param urlOf - how thumbnails.vtt reaches one
 */
export function thumbnailsVtt<Thumbnail extends PlacedThumbnail>(
  thumbnails: readonly Thumbnail[],
  urlOf: (thumbnail: Thumbnail) => string,
  { duration, pieces }: Pick<Assembly, 'duration' | 'pieces'>,
): string {
  const starts = thumbnails.map(({ time, piece }, index) => {
    if (index === 0) return 0;
    const opensPiece = thumbnails[index - 1]?.piece !== piece;
    return opensPiece ? (pieces[piece]?.start ?? time) : time;
  });
  return webVtt(
    thumbnails.map((thumbnail, index) => ({
      start: starts[index] ?? 0,
      end: starts[index + 1] ?? duration,
      text: urlOf(thumbnail),
    })),
  );
}
