import { isComplete } from '../publishing/is-complete.ts';
import { publishEventAgain, publishRecordingAgain } from '../publishing/publish-again.ts';
import { LOOK_AGAIN } from '../publishing/versions/note-failure.ts';
import type { Look } from './sweep.ts';

/** Recordings that one sweep looks at: each has its playlists read and its files listed. */
const MANY = 100;

/** Looks whether recordings that were given up for want of files are complete by now. */
export const findIncompleteRecordings: Look = async ({ db, jobs, openRecordings }, report, signal) => {
  const now = new Date();
  const incomplete = await db
    .selectFrom('recordings')
    .innerJoin('events', 'events.id', 'recordings.event_id')
    .selectAll('recordings')
    .where('recordings.state', 'in', ['failed', 'published'])
    .where('recordings.look_again_at', '<', now)
    .where('events.unpublished_at', 'is', null)
    .where('events.pinned_version', 'is', null)
    .orderBy('recordings.look_again_at')
    .limit(MANY)
    .execute();
  for (const recording of incomplete) {
    signal.throwIfAborted();
    const { id, event_id: event, prefix, state } = recording;
    try {
      const next = new Date(now.getTime() + LOOK_AGAIN);
      await db.updateTable('recordings').set({ look_again_at: next }).where('id', '=', id).execute();
      if (!(await isComplete(openRecordings, recording, signal))) continue;
      // Of one that viewers have, a wish was given up, and with it maybe recordings that are sound.
      if (state === 'published' && event !== null) await publishEventAgain(db, jobs, event, new Date());
      else await publishRecordingAgain(db, jobs, recording, new Date());
      report('recordings complete again', { recording: prefix });
    } catch (error) {
      if (signal.aborted) throw error;
      report('failures', { err: error, recording: prefix });
    }
  }
};
