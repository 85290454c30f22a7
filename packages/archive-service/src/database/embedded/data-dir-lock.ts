import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ServiceError, messageOf } from '../../errors.ts';

/** SQLite's SQLITE_BUSY: somebody else holds the lock. */
const BUSY = 5;

export interface DataDirLock {
  /** Twice does no harm. */
  release(): void;
}

/**
 * Makes this process the one owner of a data folder, or says that there is another (`undefined`).
 *
 * The lock is SQLite's, on a file of its own: the operating system takes it back when the process dies, however it
 * dies. A pid file would outlive a SIGKILL, and pids come back.
 * @throws ServiceError `DATA_DIR_UNUSABLE` when the folder cannot be made or written.
 */
export function tryLockDataDir(dataDir: string): DataDirLock | undefined {
  let file: DatabaseSync | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    file = new DatabaseSync(join(dataDir, 'owner.lock'), { timeout: 0 });
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file?.close();
    if (isBusy(error)) return undefined;
    throw new ServiceError(
      'DATA_DIR_UNUSABLE',
      `DATA_DIR ${dataDir} cannot be used: ${messageOf(error)}. Name a folder that this process may write.`,
      { cause: error },
    );
  }
  const held = file;
  return {
    release() {
      if (held.isOpen) held.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  // Extended result codes keep the plain one in their lowest byte.
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;
}
