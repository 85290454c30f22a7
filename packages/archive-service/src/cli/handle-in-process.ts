import type { Config } from '../config.ts';
import { openOwnerSocket } from '../database/embedded/owner-socket.ts';
import { openEmbedded, openServer } from '../database/open-database.ts';
import { createLog } from '../log.ts';
import { handleNotification, type Handled } from '../notifications/handle-notification.ts';
import { answerCommand } from '../owner-commands.ts';
import { openServices } from '../services.ts';
import { startWorkers } from '../workers.ts';

/**
 * Handles a notification with workers of this process. Where that owns the data folder it answers other commands, too,
 * and ends when theirs are answered.
 */
export async function handleInProcess(config: Config, notification: unknown): Promise<Handled> {
  const { databaseUrl, dataDir, logLevel } = config;
  const isOwner = databaseUrl === undefined;
  const database = isOwner ? await openEmbedded(dataDir) : openServer(databaseUrl);
  const services = await openServices(config, database, createLog(logLevel)).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  try {
    await startWorkers(services);
    const socket = isOwner ? await openOwnerSocket(dataDir, answerCommand(services, 'command')) : undefined;
    try {
      return await handleNotification(services, notification);
    } finally {
      await socket?.close();
    }
  } finally {
    await services.close();
  }
}
