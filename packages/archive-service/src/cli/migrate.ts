import { readConfig } from '../config.ts';
import { becomeOwner } from '../database/embedded/become-owner.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openEmbedded, openServer } from '../database/open-database.ts';
import { createLog } from '../log.ts';

/** `migrate`: the service's tables and the job queue's. */
export async function migrateCommand(): Promise<number> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const { databaseUrl, dataDir } = config;
  const isEmbedded = databaseUrl === undefined;
  const lock = isEmbedded ? await becomeOwner(dataDir, new AbortController().signal) : undefined;
  const database = isEmbedded ? await openEmbedded(dataDir) : openServer(databaseUrl);
  try {
    const ran = await migrateDatabase(database, log);
    process.stdout.write(ran.length === 0 ? 'The database is up to date.\n' : `Ran ${ran.join(', ')}.\n`);
    return 0;
  } finally {
    await database.close();
    lock?.release();
  }
}
