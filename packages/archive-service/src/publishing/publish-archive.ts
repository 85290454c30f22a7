import type { Outline } from '../database/documents.ts';
import { ServiceError } from '../errors.ts';
import type { OpenRecording } from '../recordings/open-recording.ts';
import { recordedTime } from '../recordings/recorded-time.ts';
import { archiveLayout, pointerKey } from './archive-layout.ts';
import type { ArchiveLayout } from './archive-layout.ts';
import { assemble } from './assembly/assemble.ts';
import type { Assembly } from './assembly/assembly.ts';
import { copyFound } from './copy-found.ts';
import { filesThere } from './files-there.ts';
import type { FilesThere } from './files-there.ts';
import { createFindings } from './findings.ts';
import type { Findings } from './findings.ts';
import { LimitedStore } from './limited-store.ts';
import { linksFrom } from './published-links.ts';
import type { MadeParts } from './published-links.ts';
import type { Publication, PublicationPorts, PublishedArchive } from './publication.ts';
import { readRecording } from './read-recording.ts';
import type { ReadRecording } from './read-recording.ts';
import { runSteps } from './run-steps.ts';
import { sideBySide } from './side-by-side.ts';
import { Slots } from './slots.ts';
import type { MediaCopy } from './steps/copy-media.ts';
import { writeEvent } from './steps/write-event.ts';
import { writeParts } from './write-parts.ts';

/** Of one publication: they hide the store's delays. More gain little, and take the network from whoever else needs it. */
const REQUESTS_AT_ONCE = 16;
/** Reading costs the processor time, copying hardly any: side by side neither waits for the other. */
const KEPT_FOR_COPIES = 6;

/**
 * Makes a version of an event's archive. Nobody sees it before the pointers are moved to it; called again after whatever ended it
 * it goes on with the same version, and the result is the same to the byte.
 *
 * @throws ServiceError with a code that says whether trying again can help (RECORDING_UNFINISHED) or not; where it is about one of the recordings,
 * `details.recording` has its id
 */
export async function publishArchive(
  publication: Publication,
  given: PublicationPorts,
): Promise<PublishedArchive> {
  const { event, version } = publication;
  const layout = archiveLayout(event.id, version);
  const ports = limited(given);
  const found = createFindings();
  const there = filesThere(ports.store, `${layout.folder}/`, ports.signal);
  // Both that wait for it are told.
  there.catch(() => undefined);
  // Media is copied while it is read, and while what follows from the reading is written.
  const [made] = await sideBySide(
    ports.signal,
    (signal) => found.by(readAndWrite(publication, layout, found, there, { ...ports, signal })),
    (signal) => copyFound(publication, layout, found, there, { ...ports, signal }),
  );
  await runSteps(ports)('write-event', () =>
    writeEvent(publication, linksFrom(layout.event, layout, made.parts), layout, ports),
  );
  return { links: linksFrom(pointerKey(event.id), layout, made.parts), outline: made.outline };
}

/** The same, with so many requests at once, whatever they are for. */
function limited(ports: PublicationPorts): PublicationPorts {
  const slots = new Slots(REQUESTS_AT_ONCE, KEPT_FOR_COPIES);
  return {
    ...ports,
    store: new LimitedStore(ports.store, slots),
    openRecordings: (bucket) => new LimitedStore(ports.openRecordings(bucket), slots),
  };
}

/** All of a version but its media and its event JSON. */
async function readAndWrite(
  publication: Publication,
  layout: ArchiveLayout,
  found: Findings,
  there: Promise<FilesThere>,
  ports: PublicationPorts,
): Promise<{ readonly parts: MadeParts; readonly outline: Outline }> {
  const step = runSteps(ports);
  const read: ReadRecording[] = [];
  for (const source of publication.recordings)
    read.push(await readRecording(source, publication.event.cueKey, step, ports, found.tellVerified));
  if (read.length === 0) throw new ServiceError('RECORDING_MISSING', 'the event has no recording to publish');
  read.sort(byOwnClock(read));
  const timelines = read.map(({ timeline }) => timeline);
  const assembled = await step('assemble', () => assemble(timelines, publication.edits, layout, ports.log));
  found.tellShown(copiesOf(assembled.assembly, read));
  const opened = read.map(({ open }) => open);
  const parts = await writeParts(publication, assembled, opened, layout, there, ports);
  return { parts: { ...parts, ...airTimes(opened) }, outline: assembled.assembly.outline };
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
