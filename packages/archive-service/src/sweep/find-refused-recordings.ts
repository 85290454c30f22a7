import { publishRecordingAgain } from '../publishing/publish-again.ts';
import { isRefused } from '../recordings/is-refused.ts';
import { readRecordingFacts } from '../recordings/recording-facts.ts';
import { endOf } from './find-ended-recordings.ts';
import { hearOfRecording } from './hear-of-recording.ts';
import type { Look } from './sweep.ts';

/** Milliseconds for which one that was refused is left alone: where some of its media can be read and the rest cannot, it is given up again. */
const LEFT_ALONE = 600_000;

/** Recordings that one sweep looks at. */
const MANY = 1_000;

/** Looks whether recordings that their buckets refused, and that their events are published without, can be read by now. */
export const findRefusedRecordings: Look = async (services, report, signal) => {
  const { db, jobs, openRecordings } = services;
  const refused = await db
    .selectFrom('recordings')
    .innerJoin('events', 'events.id', 'recordings.event_id')
    .selectAll('recordings')
    .where('recordings.state', '=', 'failed')
    .where('recordings.refused', '=', true)
    .where('recordings.updated_at', '<', new Date(Date.now() - LEFT_ALONE))
    .where('events.unpublished_at', 'is', null)
    .where('events.pinned_version', 'is', null)
    .orderBy('recordings.id')
    .limit(MANY)
    .execute();
  for (const recording of refused) {
    signal.throwIfAborted();
    try {
      if (await isRefused(openRecordings, recording, signal)) continue;
      // Of one whose end nobody told, its own files may by now.
      const said = recording.ended_at
        ? undefined
        : await readRecordingFacts(openRecordings, recording, signal);
      if (said) await hearOfRecording(services, endOf(recording), said.endedAt ?? new Date(), said);
      else await publishRecordingAgain(db, jobs, recording, new Date());
      report('recordings no longer refused', { recording: recording.prefix });
    } catch (error) {
      if (signal.aborted) throw error;
      report('failures', { err: error, recording: recording.prefix });
    }
  }
};
