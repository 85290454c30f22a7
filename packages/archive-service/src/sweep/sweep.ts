import type { Services } from '../services.ts';
import { collectVersions } from '../publishing/versions/collect-versions.ts';
import { FINDINGS, type Finding, type Findings } from './findings.ts';
import { findEndedRecordings } from './find-ended-recordings.ts';
import { findIncompleteRecordings } from './find-incomplete-recordings.ts';
import { findLostJobs } from './find-lost-jobs.ts';
import { findRefusedRecordings } from './find-refused-recordings.ts';
import { findStrandedRecordings } from './find-stranded-recordings.ts';
import { findUnannounced } from './find-unannounced.ts';

/** Tells that something was found; `facts` are for the log. */
export type Report = (finding: Finding, facts: object) => void;

/** A part of the sweep: does a bounded amount of work, and heals what it finds. */
export type Look = (services: Services, report: Report, signal: AbortSignal) => Promise<void>;

/** In the order in which one makes work for the next. */
const LOOKS: readonly Look[] = [
  findUnannounced,
  findEndedRecordings,
  findLostJobs,
  findStrandedRecordings,
  findRefusedRecordings,
  findIncompleteRecordings,
  async ({ db, store, log, config }, report, signal) => {
    const count = await collectVersions({ db, store, log, config, signal }, new Date());
    for (let done = 0; done < count; done += 1) report('versions collected', {});
  },
];

/**
 * Looks once for what nobody has told: recordings, their ends, lost jobs. What it finds goes the same ways as what is told.
 * @returns how much it found; `undefined` while another process is at it
 */
export async function sweep(services: Services, signal: AbortSignal): Promise<Findings | undefined> {
  const { log, metrics } = services;
  return services.alone('sweep', async () => {
    const counts = new Map<Finding, number>();
    const report: Report = (finding, facts) => {
      counts.set(finding, (counts.get(finding) ?? 0) + 1);
      metrics.found(finding);
      log.warn({ ...facts, finding }, 'the sweep has found something');
    };
    for (const look of LOOKS) {
      signal.throwIfAborted();
      // One bucket that cannot be listed must not keep lost jobs lost.
      await look(services, report, signal).catch((error: unknown) => {
        if (signal.aborted) throw error;
        report('failures', { err: error });
      });
    }
    return Object.fromEntries(FINDINGS.map((finding) => [finding, counts.get(finding) ?? 0])) as Findings;
  });
}
