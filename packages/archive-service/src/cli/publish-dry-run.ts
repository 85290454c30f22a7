import type { Config } from '../config.ts';
import { messageOf, ServiceError } from '../errors.ts';
import { describeKey } from '../publishing/archive-layout.ts';
import { openRecordings } from '../publishing/recordings-store.ts';
import type { RehearsalPlan } from '../publishing/rehearsal/rehearsal-plan.ts';
import { rehearse, type Amount, type Rehearsal } from '../publishing/rehearsal/rehearse.ts';
import { createStores } from '../stores/open-store.ts';
import { askOrRun } from './ask-or-run.ts';
import { createProgressBar, inBytes } from './progress-bar.ts';

/** Reads and works out everything in this process, writes nothing, and prints what would change. */
export async function publishDryRun(config: Config, recording: string): Promise<number> {
  const plan = (await askOrRun(config, { command: 'plan', body: recording })) as RehearsalPlan;
  const stores = createStores(describeKey);
  const bar = createProgressBar();
  try {
    const rehearsal = await rehearse(plan, {
      store: stores.open(config.storeUrl),
      openRecordings: (bucket) => openRecordings(stores, config.recordingsUrl, bucket),
      progress: (progress) => bar.show(progress),
      signal: new AbortController().signal,
    });
    bar.end();
    process.stdout.write(`${describe(plan, rehearsal).join('\n')}\n`);
    return 0;
  } catch (error) {
    bar.end();
    if (!(error instanceof ServiceError)) throw error;
    const culprit = error.details?.['recording'];
    const which = culprit === undefined ? '' : ` (recording ${String(culprit)})`;
    process.stdout.write(`It cannot be published${which}: ${messageOf(error)}\nNothing was written.\n`);
    return 1;
  } finally {
    stores.close();
  }
}

function describe(plan: RehearsalPlan, rehearsal: Rehearsal): string[] {
  const { publication, isMade, isRestored, current, waits } = plan;
  const { version, changes, unreachable, duration, recordings, cues, problems } = rehearsal;
  const shown = isRestored
    ? 'which was restored and stays until recordings or edits come'
    : 'which is made already and would only be shown';
  const made = isMade ? shown : 'which would be made';
  return [
    `Event ${publication.event.slug} (${publication.event.id}): version ${String(version)}, ${made}; viewers get ${current === null ? 'nothing' : `version ${String(current)}`} now.`,
    `  recordings    ${String(recordings)}`,
    `  duration      ${duration.toFixed(3)} s`,
    `  cues          ${String(cues)}`,
    `  new           ${amount(changes.new)}`,
    `  changed       ${amount(changes.changed)}`,
    `  same          ${amount(changes.same)}`,
    `  unreachable   ${amount(unreachable)} afterwards, kept for the grace time of versions`,
    ...problems.map((problem) => `  problem       ${problem}`),
    ...(waits === null ? [] : [`  waits         ${waits}`]),
    'Nothing was written.',
  ];
}

const amount = ({ objects, bytes }: Amount): string => `${String(objects)} objects, ${inBytes(bytes)}`;
