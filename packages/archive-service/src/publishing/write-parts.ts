import type { Timeline } from '@vitrine/product-cues';
import type { OpenRecording } from '../recordings/open-recording.ts';
import type { ArchiveLayout } from './archive-layout.ts';
import type { AssembledReplay } from './assembly/assemble.ts';
import type { Assembly } from './assembly/assembly.ts';
import type { FilesThere } from './files-there.ts';
import type { Publication, PublicationPorts } from './publication.ts';
import type { MadeParts } from './published-links.ts';
import { runSteps } from './run-steps.ts';
import { sideBySide } from './side-by-side.ts';
import { extractCues } from './steps/extract-cues.ts';
import { writeChapters } from './steps/write-chapters.ts';
import { writePlaylists } from './steps/write-playlists.ts';
import { writeStarter } from './steps/write-starter.ts';
import { writeThumbnails } from './steps/write-thumbnails.ts';
import { writeTimelineFile } from './steps/write-timeline.ts';

/** Writes all of a version that is no copy, but for the event's JSON, which links to it. */
export async function writeParts(
  publication: Publication,
  assembled: AssembledReplay,
  opened: readonly OpenRecording[],
  layout: ArchiveLayout,
  there: Promise<FilesThere>,
  ports: PublicationPorts,
): Promise<MadeParts> {
  const { assembly } = assembled;
  const step = runSteps(ports);
  const timeline = await step('extract-cues', () => extractCues(publication, assembled, ports.log));
  const [chapters, [pictures, starter]] = await sideBySide(
    ports.signal,
    (signal) => writeTexts(publication, assembly, timeline, layout, { ...ports, signal }),
    (signal) =>
      sideBySide(
        signal,
        (signal) =>
          step('write-thumbnails', async () =>
            writeThumbnails(publication, assembly, opened, timeline, layout, await there, {
              ...ports,
              signal,
            }),
          ),
        (signal) => step('write-starter', () => writeStarter(assembly, layout, { ...ports, signal })),
      ),
  );
  return {
    version: publication.version,
    duration: assembly.duration,
    captions: assembly.captions,
    ...(starter && { starter }),
    ...(chapters !== undefined && { chapters }),
    ...pictures,
  };
}

/** One after the other, since those of a long recording are long. @returns the key of the chapters */
async function writeTexts(
  publication: Publication,
  assembly: Assembly,
  timeline: Timeline,
  layout: ArchiveLayout,
  ports: PublicationPorts,
): Promise<string | undefined> {
  const step = runSteps(ports);
  await step('write-timeline', () => writeTimelineFile(timeline, layout, ports));
  await step('write-playlists', () => writePlaylists(assembly, layout, ports));
  return step('write-chapters', () => writeChapters(publication, timeline, assembly.duration, layout, ports));
}
