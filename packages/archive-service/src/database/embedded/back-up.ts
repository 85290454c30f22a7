import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PGlite } from '@electric-sql/pglite';
import { messageOf, ServiceError } from '../../errors.ts';
import type { OneConnection } from './one-connection.ts';

/** Writes all of the embedded database into one file, which is there whole or not at all. Everybody else waits meanwhile: some seconds. */
export async function backUp(connection: OneConnection, file: string): Promise<void> {
  const { pglite, release } = await connection.acquire();
  let dump: Blob;
  try {
    // So that what is copied is the tables, and not only the log from which they would be made again.
    await pglite.exec('CHECKPOINT');
    dump = await pglite.dumpDataDir('gzip');
  } finally {
    release();
  }
  const draft = join(dirname(file), `.${randomUUID()}.part`);
  try {
    // It holds the hashes of keys, and whatever else the shop has not published.
    const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(dump.stream()), target);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  const folder = await open(dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}

/**
 * Makes the embedded database of a data folder from such a file. The caller owns the folder.
 * @throws ServiceError `DATA_DIR_TAKEN` where there is a database already, `BACKUP_INVALID`
 */
export async function restore(dataDir: string, file: string): Promise<void> {
  const target = join(dataDir, 'postgres');
  const present = await readdir(target).catch(() => []);
  if (present.length > 0) {
    throw new ServiceError(
      'DATA_DIR_TAKEN',
      `${dataDir} holds a database already: move it away, or set DATA_DIR to an empty folder.`,
    );
  }
  const backup = new Blob([await readFile(file)]);
  const draft = join(dataDir, 'postgres.restoring');
  // Left behind by one that was killed.
  await rm(draft, { recursive: true, force: true });
  try {
    const pglite = await PGlite.create(draft, { loadDataDir: backup });
    await pglite.query('SELECT count(*) FROM events').finally(() => pglite.close());
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    throw new ServiceError('BACKUP_INVALID', `${file} is no backup of this service: ${messageOf(cause)}`, {
      cause,
    });
  }
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
}
