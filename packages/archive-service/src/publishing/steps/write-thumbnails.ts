import type { Timeline } from '@vitrine/product-cues';
import { buffer } from 'node:stream/consumers';
import type { OpenRecording } from '../../recordings/open-recording.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import { describeKey, relativeUrl } from '../archive-layout.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import type { Assembly } from '../assembly/assembly.ts';
import { bounded } from '../bounded.ts';
import { countProgress } from '../count-progress.ts';
import { chaptersOf } from '../extras/chapters.ts';
import { choosePoster } from '../extras/choose-poster.ts';
import { placeThumbnails } from '../extras/place-thumbnails.ts';
import type { PlacedThumbnail } from '../extras/place-thumbnails.ts';
import { recordedThumbnails } from '../extras/recorded-thumbnails.ts';
import { thumbnailsVtt } from '../extras/thumbnails-vtt.ts';
import type { Publication, PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

const AT_ONCE = 8;
/** With these a JPEG file begins. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

export interface WrittenThumbnails {
  /** Key of thumbnails.vtt. */
  readonly thumbnails?: string;
  /** Key of the version's own poster. */
  readonly poster?: string;
  /** Whether an editor chose it: then it counts before the catalogue's. */
  readonly posterIsChosen?: true;
}

interface SourceThumbnail extends PlacedThumbnail {
  readonly store: ObjectStore;
  readonly key: string;
  readonly target: string;
}

/**
 * Copies the recordings' thumbnails, says which one stands for which time, and makes one the poster.
 * @param recordings - those of the assembly, in its order
 */
export async function writeThumbnails(
  { event, edits }: Pick<Publication, 'event' | 'edits'>,
  assembly: Assembly,
  recordings: readonly OpenRecording[],
  timeline: Timeline,
  layout: ArchiveLayout,
  ports: PublicationPorts,
): Promise<WrittenThumbnails> {
  const { store, signal } = ports;
  const sources = await findThumbnails(assembly, recordings, layout, signal);
  const thumbnails = await copyThumbnails(sources, ports);
  if (thumbnails.length === 0) return {};
  const listed = thumbnails.map((one) => ({ ...one, url: relativeUrl(layout.thumbnails, one.target) }));
  await writeText(store, layout.thumbnails, thumbnailsVtt(listed, assembly), signal);
  const chapters = chaptersOf(timeline, event.products, assembly.duration);
  const poster = choosePoster(thumbnails, assembly, edits.poster, chapters);
  if (!poster) return { thumbnails: layout.thumbnails };
  const { store: from, key } = poster.thumbnail;
  await store.copyFrom(from, key, layout.poster, { ...describeKey(layout.poster), signal });
  const { thumbnails: listKey, poster: posterKey } = layout;
  return { thumbnails: listKey, poster: posterKey, ...(poster.isChosen && { posterIsChosen: true }) };
}

async function findThumbnails(
  assembly: Assembly,
  recordings: readonly OpenRecording[],
  layout: ArchiveLayout,
  signal: AbortSignal,
): Promise<readonly SourceThumbnail[]> {
  const found: SourceThumbnail[] = [];
  for (const [index, recording] of recordings.entries()) {
    const id = assembly.recordings[index]?.id;
    const outlined = assembly.outline.recordings.find((one) => one.id === id);
    if (!outlined) continue;
    const duration = outlined.from + outlined.duration;
    const recorded = await recordedThumbnails(recording, duration, signal);
    for (const placed of placeThumbnails(index, recorded, duration, assembly)) {
      const target = layout.thumbnail(found.length);
      found.push({ ...placed, store: recording.store, key: recorded.keyOf(placed.number), target });
    }
  }
  return found;
}

/** @returns those that are pictures */
async function copyThumbnails(
  sources: readonly SourceThumbnail[],
  { store, signal, log, progress }: PublicationPorts,
): Promise<readonly SourceThumbnail[]> {
  const done = countProgress('write-thumbnails', sources.length, progress);
  const copied = await bounded(sources, AT_ONCE, signal, async ({ store: from, key, target }, _, signal) => {
    const head = await from.read(key, { range: { start: 0, end: JPEG.length - 1 }, signal });
    const isPicture = head !== undefined && JPEG.equals(await buffer(head.body));
    const present = isPicture ? await store.head(target, { signal }) : undefined;
    // An attempt before this one may have copied it.
    const copies = isPicture && present?.size !== head.size;
    if (copies) await store.copyFrom(from, key, target, { ...describeKey(target), signal });
    done(copies ? head.size : 0);
    return isPicture;
  });
  const pictures = sources.filter((_, index) => copied[index]);
  if (pictures.length < sources.length)
    log.warn({ files: sources.length - pictures.length }, 'thumbnails that are no JPEG are left out');
  return pictures;
}
