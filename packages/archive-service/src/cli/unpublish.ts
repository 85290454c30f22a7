import { readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import type { Outcome } from '../publishing/operator/publish-recording.ts';
import { askOrRun } from './ask-or-run.ts';
import { parseArguments } from './parse-arguments.ts';

const USAGE = 'archive-service unpublish <event> --reason <why> --yes';
const OPTIONS = { reason: { type: 'string' }, yes: { type: 'boolean', default: false } } as const;

/** `unpublish <event> --reason <why> --yes`: ends when a listing has shown that nothing is left. */
export async function unpublishCommand(args: readonly string[]): Promise<number> {
  const { name: event, values } = parseArguments(args, OPTIONS, USAGE);
  const { reason = '', yes } = values;
  if (reason.trim() === '') throw new ServiceError('BAD_REQUEST', `Say why. Usage: ${USAGE}`);
  if (!yes) {
    throw new ServiceError(
      'BAD_REQUEST',
      `This removes all that is published of ${event}, for good: no recording, edit or command brings it back. Add --yes to do it.`,
    );
  }
  const request = { command: 'unpublish', body: { event, reason } };
  const { done, outcome } = (await askOrRun(readConfig(process.env), request)) as Outcome;
  process.stdout.write(`${outcome}\n`);
  return done ? 0 : 1;
}
