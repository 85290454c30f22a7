import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { System } from './system.ts';

const PROGRAM = fileURLToPath(
  new URL('../../packages/archive-service/bin/archive-service.js', import.meta.url),
);

/** The one-shot command, on the data of a system: resolves with what it says when its job has ended. */
export async function handleNotification(
  { environment }: Pick<System, 'environment'>,
  notification: object,
): Promise<string> {
  const run = promisify(execFile)(process.execPath, [PROGRAM, 'handle-notification', '-'], {
    env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn', ...environment },
  });
  run.child.stdin?.end(JSON.stringify(notification));
  return (await run).stdout.trim();
}
