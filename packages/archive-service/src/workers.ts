import { repeatCues } from './highlights/repeat-cue.ts';
import { actOnNotification } from './notifications/act-on-notification.ts';
import { publishRecording, type Checkpoint } from './publishing/request-publication.ts';
import { recordingStart } from './publishing/recording-start.ts';
import type { Services } from './services.ts';

export interface WorkerOptions {
  /** Called with the name of each step of a publication when it is done: a test may end the process there. */
  readonly checkpoint?: Checkpoint | undefined;
}

/** Gives every queue its function, and starts what goes on for as long as the service runs. */
export async function startWorkers(services: Services, { checkpoint }: WorkerOptions = {}): Promise<void> {
  const { db, jobs, log, cues, store, signal, openRecordings } = services;

  await jobs.work('act-on-notification', 2, ({ data, signal: attemptSignal }) =>
    actOnNotification(
      {
        db,
        jobs,
        log,
        recordingStart: (place) => recordingStart(openRecordings, place, attemptSignal),
      },
      data.notificationId,
    ),
  );

  await jobs.work('publish-recording', 1, (attempt) =>
    publishRecording({ db, jobs, log, store, openRecordings, checkpoint }, attempt),
  );

  void repeatCues({ db, sender: cues, log, signal });
}
