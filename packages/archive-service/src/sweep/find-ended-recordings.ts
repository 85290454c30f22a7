import { lockChannel } from '../channels/channels-repository.ts';
import type { Handle, RecordingRow } from '../database/tables.ts';
import { messageOf } from '../errors.ts';
import { requestPublication } from '../publishing/request-publication.ts';
import type { RecordingFact } from '../notifications/fact.ts';
import { settleChannel } from '../notifications/settle-channel.ts';
import { isRefusal } from '../recordings/is-refused.ts';
import { readRecordingFacts, saysNothing } from '../recordings/recording-facts.ts';
import { changeRecording } from '../recordings/recordings-repository.ts';
import type { Services } from '../services.ts';
import { hearOfRecording } from './hear-of-recording.ts';
import { quietSince } from './quiet-since.ts';
import type { Look } from './sweep.ts';

/** Recordings that one sweep looks at: more than one for each channel that an account may have on air. */
const MANY = 1_000;

/** Milliseconds after which files that nobody has changed are taken for finished: twice what IVS waits for an encoder. */
const QUIET = 600_000;

/** Milliseconds after which no recording runs any longer: IVS ends a broadcast after 48 hours. */
const LONGEST = 49 * 3_600_000;

/** Looks at recordings that are running, as far as anybody has said, for what their own files say. */
export const findEndedRecordings: Look = async (services, report, signal) => {
  const { db, openRecordings } = services;
  const running = await db
    .selectFrom('recordings')
    .selectAll()
    .where('state', '=', 'recording')
    .orderBy('id')
    .limit(MANY)
    .execute();
  for (const recording of running) {
    signal.throwIfAborted();
    try {
      const said = await readRecordingFacts(openRecordings, recording, signal);
      if (said) {
        const outcome = await hearOfRecording(services, endOf(recording), said.endedAt ?? new Date(), said);
        report('recordings ended unheard', { recording: recording.prefix, outcome });
      } else await lookAtSilent(services, recording, report, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      report('failures', { err: error, recording: recording.prefix });
    }
  }
};

async function lookAtSilent(
  services: Services,
  recording: RecordingRow,
  report: Parameters<Look>[1],
  signal: AbortSignal,
): Promise<void> {
  const { db, openRecordings } = services;
  const { prefix, started_at, updated_at } = recording;
  const begun = started_at ?? updated_at;
  const isTooOld = Date.now() - begun.getTime() >= LONGEST;
  let quiet: Date | undefined;
  try {
    quiet = await quietSince(openRecordings, recording, signal);
  } catch (error) {
    if (!saysNothing(error)) throw error;
    const problem = `It cannot be seen whether this recording has ended: ${messageOf(error)}`;
    if (isTooOld) {
      await giveUp(
        services,
        recording,
        `${problem} No recording runs for as long as this one.`,
        isRefusal(error),
      );
      report('recordings that never ended', { err: error, recording: prefix });
      return;
    }
    await noteProblem(db, recording, problem);
    throw error;
  }
  await noteProblem(db, recording, null);
  if (quiet && Date.now() - quiet.getTime() > QUIET) {
    const said = await readRecordingFacts(openRecordings, recording, signal, { evenIfUnannounced: true });
    if (said) {
      const outcome = await hearOfRecording(services, endOf(recording), quiet, said);
      report('recordings ended silently', { recording: prefix, outcome });
      return;
    }
  }
  if (!isTooOld || Date.now() - (quiet ?? begun).getTime() < QUIET) return;
  const problem = `Nothing more has come of ${prefix}, and neither a notification nor its own files say that it has ended.`;
  await giveUp(services, recording, problem);
  report('recordings that never ended', { recording: prefix });
}

/** Only here, and never with a new `updated_at`: that is from when on one without a start is reckoned. */
async function noteProblem(
  db: Handle,
  { id, problem: known }: RecordingRow,
  problem: string | null,
): Promise<void> {
  if (known === problem) return;
  await db
    .updateTable('recordings')
    .set({ problem })
    .where('id', '=', id)
    .where('state', '=', 'recording')
    .execute();
}

/** It would hold up the others of its event for ever. */
async function giveUp(
  { db, jobs }: Services,
  recording: RecordingRow,
  why: string,
  refused = false,
): Promise<void> {
  const { id, event_id, channel_arn, started_at, updated_at } = recording;
  const problem = `${why} If its files are complete, publish it by hand.`;
  await db.transaction().execute(async (trx) => {
    await lockChannel(trx, channel_arn);
    await changeRecording(trx, id, { state: 'failed', problem, refused }, new Date());
    // Nor is its event on air any longer.
    await settleChannel(trx, jobs, channel_arn, started_at ?? updated_at);
    if (event_id !== null) await requestPublication(trx, jobs, event_id);
  });
}

/** As if its end had been told. */
export const endOf = ({ channel_arn, bucket, prefix }: RecordingRow): RecordingFact => ({
  kind: 'recording-end',
  channelArn: channel_arn,
  bucket,
  prefix,
  durationMs: 0,
  failure: undefined,
});
