import { resolve } from 'node:path';
import { readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { becomeOwner } from '../database/embedded/become-owner.ts';
import { restore } from '../database/embedded/back-up.ts';
import { ServiceError } from '../errors.ts';
import { askOrRun } from './ask-or-run.ts';

/** `backup <file>`: the embedded database, also while the service runs. */
export async function backUpCommand([file]: readonly string[]): Promise<number> {
  const config = embeddedOnly(readConfig(process.env), 'pg_dump');
  const path = named(file, 'backup');
  await askOrRun(config, { command: 'backup', body: path });
  process.stdout.write(`${path}\n`);
  return 0;
}

/** `restore <file>`: into a data folder without a database. */
export async function restoreCommand([file]: readonly string[]): Promise<number> {
  const { dataDir } = embeddedOnly(readConfig(process.env), 'pg_restore');
  const path = named(file, 'restore');
  const lock = await becomeOwner(dataDir, new AbortController().signal);
  try {
    await restore(dataDir, path);
  } finally {
    lock.release();
  }
  process.stdout.write(`${dataDir}\n`);
  return 0;
}

/** Absolute, since the process that does it may have another working directory. */
function named(file: string | undefined, command: string): string {
  if (file === undefined || file === '') {
    throw new ServiceError('BAD_REQUEST', `Name the file: archive-service ${command} <file>`);
  }
  return resolve(file);
}

function embeddedOnly(config: Config, tool: string): Config {
  if (config.databaseUrl === undefined) return config;
  throw new ServiceError(
    'BAD_REQUEST',
    `DATABASE_URL names a PostgreSQL server: use its own ${tool} (docs/backup-and-restore.md).`,
  );
}
