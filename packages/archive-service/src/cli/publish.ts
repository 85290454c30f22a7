import { readConfig, type Config } from '../config.ts';
import type { Outcome } from '../publishing/operator/publish-recording.ts';
import { askOrRun } from './ask-or-run.ts';
import { parseArguments } from './parse-arguments.ts';
import { createProgressBar } from './progress-bar.ts';
import { watchProgress } from './watch-progress.ts';

const USAGE = 'archive-service publish <number or prefix of a recording> [--dry-run]';

/** `publish <recording> [--dry-run]`: ends when the recording's event is published, or when that has failed. */
export async function publishCommand(args: readonly string[]): Promise<number> {
  const options = { 'dry-run': { type: 'boolean', default: false } } as const;
  const { name: recording, values } = parseArguments(args, options, USAGE);
  const config = readConfig(process.env);
  if (values['dry-run']) return (await import('./publish-dry-run.ts')).publishDryRun(config, recording);
  const { done, outcome } = await publishWithBar(config, recording);
  process.stdout.write(`${outcome}\n`);
  return done ? 0 : 1;
}

async function publishWithBar(config: Config, recording: string): Promise<Outcome> {
  const bar = createProgressBar();
  const watching = new AbortController();
  // What only shows progress must not turn a publication that was made into one that failed, nor end the process in the middle of it.
  const watched = watchProgress(config, recording, (progress) => bar.show(progress), watching.signal).catch(
    () => undefined,
  );
  try {
    return (await askOrRun(config, { command: 'publish', body: recording })) as Outcome;
  } finally {
    watching.abort();
    await watched;
    bar.end();
  }
}
