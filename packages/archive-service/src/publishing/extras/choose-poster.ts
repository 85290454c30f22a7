import type { Edits } from '../../database/documents.ts';
import type { Assembly } from '../assembly/assembly.ts';
import type { Chapter } from './chapters.ts';
import type { PlacedThumbnail } from './place-thumbnails.ts';

export interface ChosenPoster<Thumbnail> {
  readonly thumbnail: Thumbnail;
  /** Whether an editor chose it. */
  readonly isChosen: boolean;
}

/**
 * The thumbnail that is the version's poster: the one nearest to the place that an editor chose, else the first one of the first product. Whether the catalogue has a poster does not
 * matter here, since that may change when the version is long made.
 */
export function choosePoster<Thumbnail extends PlacedThumbnail>(
  thumbnails: readonly Thumbnail[],
  { recordings }: Pick<Assembly, 'recordings'>,
  chosen: Edits['poster'],
  [first]: readonly Chapter[],
): ChosenPoster<Thumbnail> | undefined {
  if (chosen) {
    const index = recordings.findIndex(({ id }) => id === chosen.recording);
    const own = thumbnails.filter(({ recording }) => recording === index);
    const thumbnail = nearestTo(own, ({ recordedAt }) => recordedAt, chosen.time);
    if (thumbnail) return { thumbnail, isChosen: true };
  }
  const thumbnail =
    first &&
    (thumbnails.find(({ time }) => time >= first.start && time < first.end) ??
      nearestTo(thumbnails, ({ time }) => time, first.start));
  return thumbnail && { thumbnail, isChosen: false };
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
