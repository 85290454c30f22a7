import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readConfig } from '../config.ts';
import { messageOf, ServiceError } from '../errors.ts';
import type { Handled } from '../notifications/handle-notification.ts';
import { readNotification } from '../notifications/notification.ts';
import { askOrRun } from './ask-or-run.ts';

/**
 * `handle-notification [file or -]`: ends when the notification's job has ended; anything but 0 may be run again. Without a file the notification
 * is in NOTIFICATION, which is how a task of Amazon ECS can be given one (all overrides of a task have 8,192 characters).
 */
export async function handleNotificationCommand([path]: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const body = await readInput(path);
  const { done, outcome } = (await askOrRun(config, { command: 'handle-notification', body })) as Handled;
  process.stdout.write(`${outcome}\n`);
  return done ? 0 : 1;
}

async function readInput(path: string | undefined): Promise<unknown> {
  const given = process.env['NOTIFICATION'];
  const source = path ?? 'NOTIFICATION';
  try {
    if (path !== undefined) {
      const input = path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
      return readNotification(JSON.parse(input));
    }
    if (given === undefined || given === '') throw new ServiceError('BAD_NOTIFICATION', MISSING);
    return readNotification(JSON.parse(given));
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause;
    throw new ServiceError(
      'BAD_NOTIFICATION',
      `${source} cannot be read as a notification: ${messageOf(cause)}`,
      { cause },
    );
  }
}

const MISSING =
  'Name the file of the notification, or - for standard input, or put the notification into the environment as NOTIFICATION.';
