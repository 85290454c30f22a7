import type { Config } from './config.ts';
import { becomeOwner } from './database/embedded/become-owner.ts';
import { openOwnerSocket, type OwnerSocket } from './database/embedded/owner-socket.ts';
import { answerCommand } from './owner-commands.ts';
import type { Services } from './services.ts';
import { startRounds, type Rounds } from './start-rounds.ts';

interface Closable {
  readonly services: Services;
  close(): Promise<void>;
}

/**
 * Makes what is built a process that stays: it owns the data folder where the database is embedded, answers commands of other processes, and
 * sweeps. Its `close` ends all of that, in the reverse order.
 * @throws ServiceError `DATA_DIR_TAKEN`, `DATA_DIR_UNUSABLE`, `QUEUE_UNUSABLE`; what `build` throws. Nothing is left open then
 */
export async function stay<Built extends Closable>(
  { databaseUrl, dataDir }: Config,
  build: () => Promise<Built>,
): Promise<Built> {
  // A database server takes as many processes as come.
  const isOwner = databaseUrl === undefined;
  const lock = isOwner ? await becomeOwner(dataDir, new AbortController().signal) : undefined;
  let built: Built | undefined;
  let socket: OwnerSocket | undefined;
  let rounds: Rounds | undefined;
  let closed: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    await rounds?.stop();
    // Commands that wait for their job are answered when the services close.
    const answered = socket?.close();
    await built?.close();
    await answered;
    lock?.release();
  };
  const close = (): Promise<void> => (closed ??= closeAll());
  try {
    built = await build();
    if (isOwner) socket = await openOwnerSocket(dataDir, answerCommand(built.services, 'serve'));
    rounds = await startRounds(built.services);
    return { ...built, close };
  } catch (error) {
    await close();
    throw error;
  }
}
