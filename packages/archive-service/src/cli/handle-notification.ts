import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { readConfig, type Config } from '../config.ts';
import { askOrBecomeOwner } from '../database/embedded/become-owner.ts';
import type { DataDirLock } from '../database/embedded/data-dir-lock.ts';
import { openOwnerSocket } from '../database/embedded/owner-socket.ts';
import { openEmbedded, openServer, type Database } from '../database/open-database.ts';
import { messageOf, ServiceError } from '../errors.ts';
import { createLog } from '../log.ts';
import { handleNotification, type Handled } from '../notifications/handle-notification.ts';
import { readNotification } from '../notifications/notification.ts';
import { answerCommand } from '../owner-commands.ts';
import { openServices } from '../services.ts';
import { startWorkers } from '../workers.ts';

/** `handle-notification <file or ->`: ends when the notification's job has ended; anything but 0 may be run again. */
export async function handleNotificationCommand([path]: readonly string[]): Promise<number> {
  const config = readConfig(process.env);
  const notification = await readInput(path);
  const { done, outcome } = await handle(config, notification);
  process.stdout.write(`${outcome}\n`);
  return done ? 0 : 1;
}

async function handle(config: Config, notification: unknown): Promise<Handled> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl !== undefined) return handleHere(config, openServer(databaseUrl), notification);
  const request = { command: 'handle-notification', body: notification };
  const owner = await askOrBecomeOwner(dataDir, request, new AbortController().signal);
  if ('lock' in owner) return handleAsOwner(config, owner.lock, notification);
  if (!owner.answer.ok) throw new ServiceError('INTERNAL', owner.answer.problem);
  return owner.answer.result as Handled;
}

/** While this command owns the folder, it serves other commands that come at the same time. */
async function handleAsOwner(config: Config, lock: DataDirLock, notification: unknown): Promise<Handled> {
  try {
    return await handleHere(config, await openEmbedded(config.dataDir), notification, true);
  } finally {
    lock.release();
  }
}

async function handleHere(
  config: Config,
  database: Database,
  notification: unknown,
  isOwner = false,
): Promise<Handled> {
  const services = await openServices(config, database, createLog(config.logLevel));
  try {
    await startWorkers(services);
    const socket = isOwner
      ? await openOwnerSocket(config.dataDir, answerCommand(services, 'command'))
      : undefined;
    try {
      return await handleNotification(services, notification);
    } finally {
      await socket?.close();
    }
  } finally {
    await services.close();
  }
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
      { cause: error },
    );
  }
}
