import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../../errors.ts';
import { tryLockDataDir, type DataDirLock } from './data-dir-lock.ts';
import { askOwner, type OwnerAnswer, type OwnerRequest } from './owner-socket.ts';

/** Milliseconds: longer than a start of the embedded database, or the end of a command that holds it, takes. */
const PATIENCE = 120_000;
const PAUSE = 100;

/** What an owner is: it says so when it is asked `role`. */
export type OwnerRole = 'serve' | 'command';

/**
 * For `serve`: makes this process the owner, after the commands that may hold the folder for a moment.
 * @throws ServiceError `DATA_DIR_TAKEN`, at once, when another `serve` owns it
 */
export async function becomeOwner(dataDir: string, signal: AbortSignal): Promise<DataDirLock> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const lock = tryLockDataDir(dataDir);
    if (lock) return lock;
    const answer = await askOwner(dataDir, { command: 'role' }, signal);
    if (answer?.ok && answer.result === 'serve') break;
    await sleep(PAUSE, undefined, { signal });
  }
  throw new ServiceError(
    'DATA_DIR_TAKEN',
    `Another archive-service owns ${dataDir}: stop it, or set DATA_DIR to another folder.`,
  );
}

/**
 * For a command: its owner's answer, or the lock where there is no owner. An owner may come, go or be killed meanwhile:
 * then it is asked again, so that every command must bear being handled twice.
 */
export async function askOrBecomeOwner(
  dataDir: string,
  request: OwnerRequest,
  signal: AbortSignal,
): Promise<{ readonly answer: OwnerAnswer } | { readonly lock: DataDirLock }> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const answer = await askOwner(dataDir, request, signal);
    if (answer) return { answer };
    const lock = tryLockDataDir(dataDir);
    if (lock) return { lock };
    await sleep(PAUSE * (0.5 + Math.random()), undefined, { signal });
  }
  throw new ServiceError('DATA_DIR_TAKEN', `Another process owns ${dataDir} but does not answer.`);
}
