import type { Config } from '../config.ts';
import { openOwnerSocket, type OwnerHandler, type OwnerRequest } from '../database/embedded/owner-socket.ts';
import { createLog } from '../log.ts';
import { openDatabase } from '../database/open-database.ts';
import { answerCommand } from '../owner-commands.ts';
import { openServices } from '../services.ts';
import { startWorkers } from '../workers.ts';

/** Those that end when a job has ended. The others only look, or leave to `serve` what they find: a trial must not publish what happens to wait. */
const NEED_WORKERS = new Set(['handle-notification', 'publish', 'unpublish']);

/**
 * Carries out a command in this process, whose caller owns the data folder. Other commands are answered, too, and it ends when theirs are.
 * Told to stop, it gives its jobs back and ends with an error: whoever runs the command again goes on where it was.
 */
export async function runInProcess(config: Config, request: OwnerRequest): Promise<unknown> {
  const database = await openDatabase(config);
  const services = await openServices(config, database, createLog(config.logLevel)).catch(
    async (error: unknown) => {
      await database.close();
      throw error;
    },
  );
  const stop = (): void => void services.close();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  try {
    let workers: Promise<void> | undefined;
    const answerAtOnce = answerCommand(services, 'command');
    const answer: OwnerHandler = async (given) => {
      if (NEED_WORKERS.has(given.command)) await (workers ??= startWorkers(services));
      return answerAtOnce(given);
    };
    const isOwner = config.databaseUrl === undefined;
    const socket = isOwner ? await openOwnerSocket(config.dataDir, answer) : undefined;
    try {
      return await answer(request);
    } finally {
      await socket?.close();
    }
  } finally {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    await services.close();
  }
}
