import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openServer } from '../database/open-database.ts';
import { createServerDatabase } from '../test/databases.ts';
import { streamNotification } from '../test/samples.ts';
import { testService } from '../test/test-service.ts';
import { runInProcess } from './run-in-process.ts';

it('leaves jobs that wait to others, unless the command itself waits for one', async (t) => {
  const url = await createServerDatabase();
  const database = openServer(url);
  await migrateDatabase(database, pino({ level: 'silent' }));
  const service = await testService(t, { name: 'server', open: async () => database });
  const { db, jobs } = service.services;
  await jobs.stop();
  const start = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
  assert.equal(await service.notify(start), 202);
  const states = async (): Promise<readonly string[]> =>
    (
      await sql<{ state: string }>`SELECT state::text AS state FROM pgboss.job ORDER BY id`.execute(db)
    ).rows.map(({ state }) => state);

  const config = readConfig({ DATABASE_URL: url, DATA_DIR: service.folder, LOG_LEVEL: 'silent' });
  await runInProcess(config, { command: 'sweep' });
  assert.deepEqual(await states(), ['created'], 'nobody has begun with it');
  const body = streamNotification('Stream End', '2026-03-05T09:00:00Z');
  const handled = await runInProcess(config, { command: 'handle-notification', body });
  assert.equal((handled as { done: boolean }).done, true);
});
