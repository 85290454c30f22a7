import { readConfig } from '../config.ts';
import type { ListedVersion } from '../publishing/versions/list-versions.ts';
import { askOrRun } from './ask-or-run.ts';
import { parseArguments } from './parse-arguments.ts';

/** `versions <event>`: a line for each, the newest first. */
export async function versionsCommand(args: readonly string[]): Promise<number> {
  const { name: event } = parseArguments(args, {}, 'archive-service versions <event>');
  const request = { command: 'versions', body: event };
  const versions = (await askOrRun(readConfig(process.env), request)) as readonly ListedVersion[];
  const lines = versions.map(describe);
  process.stdout.write(`${lines.join('\n') || 'Nothing has been published.'}\n`);
  return 0;
}

function describe({ version, state, duration, current, restored, reason }: ListedVersion): string {
  const columns = [
    `${current ? '*' : ' '} ${String(version)}`,
    restored ? `${state}, restored` : state,
    duration === null ? '' : `${duration.toFixed(1)} s`,
    reason,
  ];
  return columns.join('\t');
}
