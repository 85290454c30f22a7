import { createMeter } from '../publication-meter.ts';
import type { Publication } from '../publication.ts';
import { publishArchive } from '../publish-archive.ts';
import type { PublishOptions } from '../publish-event.ts';
import { checkBuild, finishBuild, releaseBuild, whileBuilding, type Build } from './build.ts';
import { progressNotes } from './note-progress.ts';

/**
 * Makes a version that was claimed: its whole folder, and no pointer.
 * @throws ServiceError `PUBLICATION_SUPERSEDED`, and what `publishArchive` throws
 */
export async function buildVersion(
  { db, log, store, openRecordings, checkpoint }: PublishOptions,
  { build, publication }: { readonly build: Build; readonly publication: Publication },
  signal: AbortSignal,
): Promise<void> {
  const { eventId: event, version } = build;
  const meter = createMeter(publication.recordings.length);
  const note = progressNotes(
    db,
    publication.recordings.map(({ id }) => id),
    log,
  );
  try {
    const published = await whileBuilding(db, build, signal, (building) =>
      publishArchive(publication, {
        openRecordings,
        store,
        signal: building,
        log,
        fence: () => checkBuild(db, build),
        progress: (progress) => note(meter(progress)),
        ...(checkpoint && { checkpoint: (step) => checkpoint(step, event) }),
      }),
    );
    await finishBuild(db, build, published, new Date());
    log.info({ event, version, duration: published.outline.duration }, 'made a version of an archive');
  } catch (error) {
    // Interrupted: its next attempt takes it up by itself, and nobody else needs to.
    if (!signal.aborted) await releaseBuild(db, build);
    throw error;
  }
}
