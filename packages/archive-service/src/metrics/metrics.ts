import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import type { Handle } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';
import type { Taken } from '../notifications/take-notification.ts';
import { readPipeline, type Pipeline } from './read-pipeline.ts';

/** The ways in for notifications. */
export type Door = 'http' | 'queue' | 'command';

export interface Metrics {
  /** Takes a notification and counts it, by its kind and by what came of it. */
  count(door: Door, take: () => Promise<Taken>): Promise<Taken>;
  /** Counts what a sweep found. */
  found(finding: string): void;
  /** How the pipeline is now; at most a few seconds old. */
  pipeline(): Promise<Pipeline>;
  /** Everything in Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What comes from outside becomes no label, of which there may be only so many. */
const DETAIL_TYPES = new Set([
  'IVS Stream State Change',
  'IVS Stream Health Change',
  'IVS Limit Breach',
  'IVS Recording State Change',
  'IVS Stage Update',
  'IVS Composition State Change',
  'IVS Publisher Recording State Change',
  'IVS Participant Recording State Change',
  'AWS API Call via CloudTrail',
]);

/** Milliseconds for which the pipeline's state is not asked for again, however many ask. */
const FRESH = 5_000;

export function createMetrics(db: Handle): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const notifications = new Counter({
    name: 'vitrine_notifications_total',
    help: 'Notifications by way in, detail type and outcome, since this process began',
    labelNames: ['door', 'detail_type', 'outcome'] as const,
    registers: [register],
  });
  const findings = new Counter({
    name: 'vitrine_sweep_findings_total',
    help: 'What sweeps of this process have found',
    labelNames: ['finding'] as const,
    registers: [register],
  });

  let latest: { readonly at: number; readonly pipeline: Promise<Pipeline> } | undefined;
  const pipeline = (): Promise<Pipeline> => {
    if (!latest || Date.now() - latest.at > FRESH) latest = { at: Date.now(), pipeline: readPipeline(db) };
    return latest.pipeline;
  };
  registerPipeline(register, pipeline);

  return {
    async count(door, take) {
      try {
        const taken = await take();
        const detail_type = DETAIL_TYPES.has(taken.detailType) ? taken.detailType : 'other';
        notifications.inc({ door, detail_type, outcome: taken.known ? 'known' : 'stored' });
        return taken;
      } catch (error) {
        const isBad = error instanceof ServiceError && error.code === 'BAD_NOTIFICATION';
        notifications.inc({ door, detail_type: 'unread', outcome: isBad ? 'refused' : 'failed' });
        throw error;
      }
    },
    found: (finding) => findings.inc({ finding }),
    pipeline,
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}

/** The same from every process: what the database says. */
function registerPipeline(register: Registry, read: () => Promise<Pipeline>): void {
  const registers = [register];
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    fill: (gauge: Gauge<Label>, pipeline: Pipeline) => void,
  ): void => {
    new Gauge<Label>({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        this.reset();
        // What the process itself has counted is told also when the database is away.
        const now = await read().catch(() => undefined);
        if (now) fill(this, now);
      },
    });
  };
  gauge('vitrine_database_up', 'Whether the database answers', [], (up) => up.set(1));
  gauge('vitrine_recordings', 'Recordings by state', ['state'], (all, { recordings }) => {
    for (const { state, count } of recordings) all.set({ state }, count);
  });
  gauge('vitrine_events', 'Events by status', ['status'], (all, { events }) => {
    for (const { status, count } of events) all.set({ status }, count);
  });
  gauge('vitrine_jobs', 'Jobs by queue and state', ['queue', 'state'], (all, { jobs }) => {
    for (const { queue, state, count } of jobs) all.set({ queue, state }, count);
  });
  gauge('vitrine_notifications_waiting', 'Notifications not acted on yet', [], (all, { waiting }) =>
    all.set(waiting),
  );
  gauge(
    'vitrine_oldest_unpublished_recording_age_seconds',
    'How long ago the longest waiting recording ended that is not published; 0 when there is none',
    [],
    (all, { oldestUnpublished }) => all.set(oldestUnpublished),
  );
}
