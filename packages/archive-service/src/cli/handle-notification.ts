import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readConfig, type Config } from '../config.ts';
import { askOrBecomeOwner } from '../database/embedded/become-owner.ts';
import { messageOf, ServiceError } from '../errors.ts';
import type { Handled } from '../notifications/handle-notification.ts';
import { readNotification } from '../notifications/notification.ts';

/** `handle-notification <file or ->`: ends when the notification's job has ended; anything but 0 may be run again. */
export async function handleNotificationCommand([path]: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const notification = await readInput(path);
  const { done, outcome } = await handle(config, notification);
  process.stdout.write(`${outcome}\n`);
  return done ? 0 : 1;
}

async function handle(config: Config, notification: unknown): Promise<Handled> {
  if (config.databaseUrl !== undefined) return handleHere(config, notification);
  const request = { command: 'handle-notification', body: notification };
  const owner = await askOrBecomeOwner(config.dataDir, request, new AbortController().signal);
  if ('answer' in owner) {
    if (!owner.answer.ok) throw new ServiceError('INTERNAL', owner.answer.problem);
    return owner.answer.result as Handled;
  }
  try {
    return await handleHere(config, notification);
  } finally {
    owner.lock.release();
  }
}

/** Loaded only where it is needed: whoever asks the owner needs no database. */
async function handleHere(config: Config, notification: unknown): Promise<Handled> {
  const { handleInProcess } = await import('./handle-in-process.ts');
  return handleInProcess(config, notification);
}

async function readInput(path: string | undefined): Promise<unknown> {
  if (path === undefined) {
    throw new ServiceError('BAD_NOTIFICATION', 'Name the file of the notification, or - for standard input.');
  }
  try {
    const input = path === '-' ? await text(process.stdin) : await readFile(path, 'utf8');
    return readNotification(JSON.parse(input));
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError(
      'BAD_NOTIFICATION',
      `${path} cannot be read as a notification: ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
}
