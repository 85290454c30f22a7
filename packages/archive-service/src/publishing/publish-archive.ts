import { ServiceError } from '../errors.ts';
import type { OpenRecording } from '../recordings/open-recording.ts';
import { recordedTime } from '../recordings/recorded-time.ts';
import { archiveLayout, pointerKey } from './archive-layout.ts';
import type { ArchiveLayout } from './archive-layout.ts';
import { assemble } from './assembly/assemble.ts';
import type { AssembledReplay } from './assembly/assemble.ts';
import type { Assembly } from './assembly/assembly.ts';
import { linksFrom } from './published-links.ts';
import type { MadeParts } from './published-links.ts';
import type { Publication, PublicationPorts, PublishedArchive } from './publication.ts';
import { readRecording } from './read-recording.ts';
import type { ReadRecording } from './read-recording.ts';
import { runSteps } from './run-steps.ts';
import { sideBySide } from './side-by-side.ts';
import { copyMedia } from './steps/copy-media.ts';
import type { MediaCopy } from './steps/copy-media.ts';
import { extractCues } from './steps/extract-cues.ts';
import { writeChapters } from './steps/write-chapters.ts';
import { writeEvent } from './steps/write-event.ts';
import { writePlaylists } from './steps/write-playlists.ts';
import { writeStarter } from './steps/write-starter.ts';
import { writeThumbnails } from './steps/write-thumbnails.ts';
import { writeTimelineFile } from './steps/write-timeline.ts';

/**
 * Makes a version of an event's archive. Nobody sees it before the pointers are moved to it; called again after whatever ended it
 * it goes on with the same version, and the result is the same to the byte.
 *
 * @throws ServiceError with a code that says whether trying again can help (RECORDING_UNFINISHED) or not; where it is about one of the recordings,
 * `details.recording` has its id
 */
export async function publishArchive(
  publication: Publication,
  ports: PublicationPorts,
): Promise<PublishedArchive> {
  const { event, version, edits } = publication;
  const { log } = ports;
  const step = runSteps(ports);
  const layout = archiveLayout(event.id, version);

  const read: ReadRecording[] = [];
  for (const source of publication.recordings)
    read.push(await readRecording(source, event.cueKey, step, ports));
  if (read.length === 0) throw new ServiceError('RECORDING_MISSING', 'the event has no recording to publish');
  read.sort(byOwnClock(read));
  const timelines = read.map(({ timeline }) => timeline);
  const assembled = await step('assemble', () => assemble(timelines, edits, layout, log));
  const { assembly } = assembled;

  // Only now, so that no file of which nothing is shown ever gets there; and what is made of what was read is written while the store copies.
  const opened = read.map(({ open }) => open);
  const [, parts] = await sideBySide(
    ports.signal,
    (signal) => step('copy-media', () => copyMedia(copiesOf(assembly, read), { ...ports, signal })),
    (signal) => writeParts(publication, assembled, opened, layout, { ...ports, signal }),
  );
  const made = { ...parts, ...airTimes(opened) };
  await step('write-event', () =>
    writeEvent(publication, linksFrom(layout.event, layout, made), layout, ports),
  );
  return { links: linksFrom(pointerKey(event.id), layout, made), outline: assembly.outline };
}

/** Writes all of a version that is no copy, but for the event's JSON, which links to it. */
async function writeParts(
  publication: Publication,
  assembled: AssembledReplay,
  opened: readonly OpenRecording[],
  layout: ArchiveLayout,
  ports: PublicationPorts,
): Promise<MadeParts> {
  const { assembly } = assembled;
  const step = runSteps(ports);
  const timeline = await step('extract-cues', () => extractCues(publication, assembled, ports.log));
  await step('write-timeline', () => writeTimelineFile(timeline, layout, ports));
  await step('write-playlists', () => writePlaylists(assembly, layout, ports));
  const chapters = await step('write-chapters', () =>
    writeChapters(publication, timeline, assembly.duration, layout, ports),
  );
  const pictures = await step('write-thumbnails', () =>
    writeThumbnails(publication, assembly, opened, timeline, layout, ports),
  );
  const starter = await step('write-starter', () => writeStarter(assembly, layout, ports));
  return {
    version: publication.version,
    duration: assembly.duration,
    captions: assembly.captions,
    ...(starter && { starter }),
    ...(chapters !== undefined && { chapters }),
    ...pictures,
  };
}

/** By when they began where all of them say so: notifications tell it to the second at best, and some say nothing. */
function byOwnClock(read: readonly ReadRecording[]): (a: ReadRecording, b: ReadRecording) => number {
  const begin = ({ timeline }: ReadRecording): number => timeline.runs[0]?.programTime ?? NaN;
  return read.some((one) => Number.isNaN(begin(one))) ? () => 0 : (a, b) => begin(a) - begin(b);
}

/** Can be gone through again, and makes each item when it is asked for. */
function copiesOf(assembly: Assembly, read: readonly ReadRecording[]): Iterable<MediaCopy> {
  return {
    *[Symbol.iterator]() {
      for (const { recording, ...file } of assembly.files()) {
        const source = read[recording]?.open.store;
        if (source) yield { ...file, source };
      }
    },
  };
}

/** When the first recording began and the last one ended, as they say themselves. */
function airTimes(recordings: readonly OpenRecording[]): Pick<MadeParts, 'startedAt' | 'endedAt'> {
  const times = (texts: readonly (string | undefined)[]): readonly string[] =>
    // In the one form that the database gives back, so that the next publication has the same bytes.
    texts.flatMap((text) => recordedTime(text)?.toISOString() ?? []).sort();
  const startedAt = times(recordings.map(({ ended }) => ended.recording_started_at))[0];
  const endedAt = times(recordings.map(({ ended }) => ended.recording_ended_at)).at(-1);
  return { ...(startedAt !== undefined && { startedAt }), ...(endedAt !== undefined && { endedAt }) };
}
