import { ServiceError } from '../errors.ts';
import { openRecording } from '../recordings/open-recording.ts';
import { pointerKey } from './archive-layout.ts';
import { layOut } from './media/media-time.ts';
import { toSeconds } from './media/archive-seconds.ts';
import { programClock } from './media/program-clock.ts';
import { linksFrom } from './published-links.ts';
import type { Publication, PublicationPorts, PublicationStep, PublishedArchive } from './publication.ts';
import { copyMedia } from './steps/copy-media.ts';
import { extractCues } from './steps/extract-cues.ts';
import { planArchive } from './steps/plan-archive.ts';
import type { PlannedRendition } from './steps/plan-archive.ts';
import { readPlaylists } from './steps/read-playlists.ts';
import { scanMedia } from './steps/scan-media.ts';
import { verifyMedia } from './steps/verify-media.ts';
import { writeEvent } from './steps/write-event.ts';
import { writePlaylists } from './steps/write-playlists.ts';
import type { PlacedRendition } from './steps/write-playlists.ts';
import { writeTimelineFile } from './steps/write-timeline.ts';

/**
 * Makes a version of an event's archive. Nobody sees it before the pointers are moved to it; called again after whatever ended it
 * it goes on with the same version, and the result is the same to the byte.
 *
 * @throws ServiceError with a code that says whether trying again can help (RECORDING_UNFINISHED) or not
 */
export async function publishArchive(
  publication: Publication,
  ports: PublicationPorts,
): Promise<PublishedArchive> {
  const { signal, log } = ports;
  const step = async <Result>(
    name: PublicationStep,
    act: () => Result | Promise<Result>,
  ): Promise<Result> => {
    signal.throwIfAborted();
    ports.progress({ step: name, done: 0, total: 1, bytes: 0 });
    const result = await act();
    await ports.checkpoint?.(name);
    return result;
  };

  const [first] = publication.recordings;
  if (!first) throw new ServiceError('RECORDING_MISSING', 'the event has no recording to publish');
  const recording = await openRecording(ports.openRecordings(first.bucket), first.prefix, signal);
  const sources = await step('read-playlists', () => readPlaylists(recording, signal));
  const sizes = await step('verify-media', () => verifyMedia(recording, sources, signal));
  const scanned = await step('scan-media', () =>
    scanMedia(recording, sources, sizes, publication.event.cueKey, ports),
  );
  const plan = await step('assemble', () => planArchive(publication, scanned));
  await step('copy-media', () =>
    copyMedia(
      plan.renditions.flatMap(({ segments }) =>
        segments.map((segment) => ({ ...segment, source: recording.store })),
      ),
      ports,
    ),
  );

  const placed = place(plan.renditions, ports);
  const [{ mediaTime, scans, segments }] = placed;
  const playlistTimes = segments.map(({ programTime }) => programTime);
  const read = placed.flatMap(({ mediaTime: times, found }) => (found ? [{ mediaTime: times, found }] : []));
  const clock = programClock(mediaTime, [...scans], read[0]?.found.clocks ?? new Map(), playlistTimes);
  const duration = toSeconds(mediaTime.end);
  const timeline = await step('extract-cues', () =>
    extractCues(publication, { renditions: read.slice(0, 2), clock, duration }, log),
  );
  await step('write-timeline', () => writeTimelineFile(timeline, plan.layout, ports));
  await step('write-playlists', () =>
    writePlaylists(placed, { clock, end: mediaTime.end }, plan.layout, ports),
  );

  const startedAt = timestamp(recording.ended.recording_started_at);
  const endedAt = timestamp(recording.ended.recording_ended_at);
  const made = {
    version: publication.version,
    duration,
    captions: false,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
  };
  await step('write-event', () =>
    writeEvent(publication, linksFrom(plan.layout.event, plan.layout, made), plan.layout, ports),
  );
  return {
    links: linksFrom(pointerKey(publication.event.id), plan.layout, made),
    outline: {
      duration,
      recordings: [{ id: first.id, start: 0, duration, from: 0 }],
      keyframes: [],
      kept: [{ from: 0, to: duration }],
    },
  };
}

/** In the one form that the database gives back, so that the next publication has the same bytes; `undefined` for what is no time. */
function timestamp(text: string | undefined): string | undefined {
  const time = new Date(text ?? NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** Lays all renditions on the timeline of the best one. One that cannot be laid on it would jump whenever a player switched to it. */
function place(
  scanned: readonly PlannedRendition[],
  { log }: PublicationPorts,
): readonly [PlacedRendition, ...PlacedRendition[]] {
  const [best, ...others] = scanned.map((one) => ({
    ...one,
    timed: [...one.scans].map((scan, index) => ({
      scan,
      discontinuity: one.segments[index]?.discontinuity === true,
    })),
  }));
  const mediaTime = best && layOut(best.timed);
  if (!mediaTime) throw new ServiceError('MEDIA_UNSUPPORTED', 'no rendition of the recording has a picture');
  const fitting = others.flatMap((other): PlacedRendition[] => {
    const laid = layOut(other.timed, mediaTime);
    if (laid) return [{ ...other, mediaTime: laid }];
    log.warn({ rendition: other.name }, 'rendition with other discontinuities than the best one is left out');
    return [];
  });
  return [{ ...best, mediaTime }, ...fitting];
}
