import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';

/** Milliseconds between two lines: CloudWatch's own resolution. */
const EVERY = 60_000;

interface EmitOptions {
  readonly metrics: Metrics;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly write: (line: string) => void;
}

/** Prints a line in CloudWatch's embedded metric format now and every minute, which CloudWatch Logs takes for metrics. */
export async function emitMetrics({ metrics, log, signal, write }: EmitOptions): Promise<void> {
  while (!signal.aborted) {
    try {
      write(await metricLine(metrics, Date.now()));
    } catch (error) {
      if (!signal.aborted) log.warn({ err: error }, 'metrics could not be read');
    }
    await sleep(EVERY, undefined, { signal }).catch(() => undefined);
  }
}

/** @param now epoch ms */
export async function metricLine(metrics: Metrics, now: number): Promise<string> {
  const { oldestUnpublished, deadJobs, waiting } = await metrics.pipeline();
  return JSON.stringify({
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        {
          Namespace: 'Vitrine',
          Dimensions: [[]],
          Metrics: [
            { Name: 'OldestUnpublishedRecordingAge', Unit: 'Seconds' },
            { Name: 'DeadJobs', Unit: 'Count' },
            { Name: 'WaitingNotifications', Unit: 'Count' },
          ],
        },
      ],
    },
    OldestUnpublishedRecordingAge: Math.round(oldestUnpublished),
    DeadJobs: deadJobs,
    WaitingNotifications: waiting,
  });
}
