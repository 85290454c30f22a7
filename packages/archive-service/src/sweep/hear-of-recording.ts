import { lockChannel } from '../channels/channels-repository.ts';
import { actOnRecording } from '../notifications/act-on-recording.ts';
import type { RecordingFact } from '../notifications/fact.ts';
import type { RecordingFacts } from '../recordings/recording-facts.ts';
import type { Services } from '../services.ts';

/** Acts on what was seen of a recording just as if IVS had told it; its own notification, should it still come, changes nothing. */
export async function hearOfRecording(
  { db, jobs }: Services,
  fact: RecordingFact,
  time: Date,
  said?: RecordingFacts,
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    await lockChannel(trx, fact.channelArn);
    return actOnRecording(trx, jobs, fact, time, said);
  });
}
