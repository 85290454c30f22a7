import type { Edits } from '../../database/documents.ts';
import type { Assembly } from '../assembly/assembly.ts';
import type { Chapter } from './chapters.ts';
import type { PlacedThumbnail } from './place-thumbnails.ts';

/**
 * The thumbnail that is the version's poster: the one nearest to the place that an editor chose; else, where the catalogue has no poster, the first one of the first product.
 * `undefined` where the version needs none of its own, or has no thumbnail to make it from.
 */
export function choosePoster<Thumbnail extends PlacedThumbnail>(
  thumbnails: readonly Thumbnail[],
  { recordings }: Pick<Assembly, 'recordings'>,
  chosen: Edits['poster'],
  hasPoster: boolean,
  [first]: readonly Chapter[],
): Thumbnail | undefined {
  if (chosen) {
    const index = recordings.findIndex(({ id }) => id === chosen.recording);
    const own = thumbnails.filter(({ recording }) => recording === index);
    const nearest = nearestTo(own, ({ recordedAt }) => recordedAt, chosen.time);
    if (nearest) return nearest;
  }
  if (hasPoster || !first) return undefined;
  const within = thumbnails.find(({ time }) => time >= first.start && time < first.end);
  return within ?? nearestTo(thumbnails, ({ time }) => time, first.start);
}

function nearestTo<Item>(
  items: readonly Item[],
  timeOf: (item: Item) => number,
  time: number,
): Item | undefined {
  let best: Item | undefined;
  let distance = Infinity;
  for (const item of items) {
    const away = Math.abs(timeOf(item) - time);
    if (away < distance) [best, distance] = [item, away];
  }
  return best;
}
