import { repeatCues } from './highlights/repeat-cue.ts';
import { actOnNotification, type ActOptions } from './notifications/act-on-notification.ts';
import { publishEvent, type Checkpoint } from './publishing/publish-event.ts';
import { withdrawEvent } from './publishing/withdrawal/withdraw-event.ts';
import { readRecordingFacts } from './recordings/recording-facts.ts';
import type { Services } from './services.ts';

export interface WorkerOptions {
  /** Called with the name of each step of a publication when it is done: a test may end the process there. */
  readonly checkpoint?: Checkpoint | undefined;
}

/** Gives every queue its function, and starts what goes on for as long as the service runs. */
export async function startWorkers(services: Services, { checkpoint }: WorkerOptions = {}): Promise<void> {
  const { db, jobs, log, intake, cues, store, signal, openRecordings } = services;

  await jobs.work('act-on-notification', 2, async ({ data, signal: attemptSignal }) => {
    await intake.calm();
    const recordingFacts: ActOptions['recordingFacts'] = (place) =>
      readRecordingFacts(openRecordings, place, attemptSignal);
    await actOnNotification({ db, jobs, log, recordingFacts }, data.notificationId);
  });

  // Two: a show of six hours does not hold up the next one's pointers.
  await jobs.work('publish-event', 2, (attempt) =>
    publishEvent({ db, jobs, log, store, openRecordings, checkpoint }, attempt),
  );
  await jobs.work('withdraw-event', 2, ({ data, signal: attemptSignal }) =>
    withdrawEvent({ db, jobs, log, store }, data.eventId, attemptSignal),
  );

  void repeatCues({ db, sender: cues, log, signal });
}
