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
import { thumbnailKey, thumbnailNumbers } from '../extras/recorded-thumbnails.ts';
import { thumbnailsVtt } from '../extras/thumbnails-vtt.ts';
import type { FilesThere } from '../files-there.ts';
import type { Publication, PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

const AT_ONCE = 8;
/** With these a JPEG file begins. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const NO_PICTURE = -1;

export interface WrittenThumbnails {
  /** Key of thumbnails.vtt. */
  readonly thumbnails?: string;
  /** Key of the version's own poster. */
  readonly poster?: string;
  /** Whether an editor chose it: then it counts before the catalogue's. */
  readonly posterIsChosen?: true;
}

/** Of a long recording there are tens of thousands: keys are made when they are asked for. */
interface SourceThumbnail extends PlacedThumbnail {
  /** Its number in the version. */
  readonly index: number;
}

/**
 * Copies the recordings' thumbnails, says which one stands for which time, and makes one the poster.
 * @param recordings - those of the assembly, in its order
 * @param there - what the version's folder holds already
 */
export async function writeThumbnails(
  { event, edits }: Pick<Publication, 'event' | 'edits'>,
  assembly: Assembly,
  recordings: readonly OpenRecording[],
  timeline: Timeline,
  layout: ArchiveLayout,
  there: FilesThere,
  ports: PublicationPorts,
): Promise<WrittenThumbnails> {
  const { store, signal } = ports;
  const copy = async (thumbnail: SourceThumbnail, target: string, signal: AbortSignal): Promise<number> => {
    const source = recordings[thumbnail.recording];
    return source ? copyPicture(source, thumbnail.number, store, target, there, signal) : NO_PICTURE;
  };
  const found = await findThumbnails(assembly, recordings, signal);
  const done = countProgress('write-thumbnails', found.length, ports.progress);
  const copied = await bounded(found, AT_ONCE, signal, async (thumbnail, _, signal) => {
    const bytes = await copy(thumbnail, layout.thumbnail(thumbnail.index), signal);
    done(Math.max(bytes, 0));
    return bytes !== NO_PICTURE;
  });
  const thumbnails = found.filter((_, index) => copied[index]);
  if (thumbnails.length < found.length)
    ports.log.warn({ files: found.length - thumbnails.length }, 'thumbnails that are no JPEG are left out');
  if (thumbnails.length === 0) return {};
  const urlOf = ({ index }: SourceThumbnail): string =>
    relativeUrl(layout.thumbnails, layout.thumbnail(index));
  await writeText(store, layout.thumbnails, thumbnailsVtt(thumbnails, urlOf, assembly), signal);

  const chapters = chaptersOf(timeline, event.products, assembly.duration);
  const poster = choosePoster(thumbnails, assembly, edits.poster, chapters);
  if (!poster) return { thumbnails: layout.thumbnails };
  await copy(poster.thumbnail, layout.poster, signal);
  const keys = { thumbnails: layout.thumbnails, poster: layout.poster };
  return { ...keys, ...(poster.isChosen && { posterIsChosen: true }) };
}

async function findThumbnails(
  assembly: Assembly,
  recordings: readonly OpenRecording[],
  signal: AbortSignal,
): Promise<readonly SourceThumbnail[]> {
  const found: SourceThumbnail[] = [];
  for (const [recording, open] of recordings.entries()) {
    const id = assembly.recordings[recording]?.id;
    const outlined = assembly.outline.recordings.find((one) => one.id === id);
    if (!outlined) continue;
    const duration = outlined.from + outlined.duration;
    const numbers = await thumbnailNumbers(open, duration, signal);
    for (const placed of placeThumbnails(recording, numbers, duration, assembly))
      found.push({ ...placed, index: found.length });
  }
  return found;
}

/** @returns the bytes that were copied: none where an attempt before this one has done it; or `NO_PICTURE` */
async function copyPicture(
  recording: OpenRecording,
  number: number,
  store: ObjectStore,
  target: string,
  there: FilesThere,
  signal: AbortSignal,
): Promise<number> {
  const key = thumbnailKey(recording, number);
  const head = await recording.store.read(key, { range: { start: 0, end: JPEG.length - 1 }, signal });
  if (!head || !JPEG.equals(await buffer(head.body))) return NO_PICTURE;
  if (there.get(target) === head.size) return 0;
  await store.copyFrom(recording.store, key, target, { ...describeKey(target), signal });
  return head.size;
}
