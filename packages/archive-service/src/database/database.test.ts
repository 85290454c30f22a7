import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { onEveryDatabase } from '../test/databases.ts';
import { startJobs } from './jobs.ts';
import { checkMigrated, migrateDown, migrateToLatest } from './migrate.ts';

const log = pino({ level: 'silent' });

onEveryDatabase('the database', (database) => {
  it('goes down to nothing and up again', async (t) => {
    const { db, close } = await database.open();
    t.after(close);
    await checkMigrated(db);
    await migrateDown(db);
    await assert.rejects(checkMigrated(db), { code: 'DATABASE_NOT_MIGRATED' });
    await migrateToLatest(db);
    await checkMigrated(db);
    assert.deepEqual(await db.selectFrom('shops').selectAll().execute(), [{ slug: 'default' }]);
  });

  it('gives numbers for counts, dates for points in time', async (t) => {
    const { db, close } = await database.open();
    t.after(close);
    const { rows } =
      await sql`SELECT count(*) AS many, '2026-01-01T00:00:00Z'::timestamptz AS at FROM shops`.execute(db);
    assert.deepEqual(rows, [{ many: 1, at: new Date('2026-01-01T00:00:00Z') }]);
  });

  it('keeps a statement outside a transaction out of it', async (t) => {
    const { db, close } = await database.open();
    t.after(close);
    const transaction = await db.startTransaction().execute();
    await transaction.insertInto('shops').values({ slug: 'inside' }).execute();
    const outside = db.selectFrom('shops').selectAll().where('slug', '=', 'inside').execute();
    await transaction.rollback().execute();
    assert.deepEqual(await outside, []);
  });

  it('goes on after a statement that failed, within a transaction and without', async (t) => {
    const { db, close } = await database.open();
    t.after(close);
    const insert = db.insertInto('shops').values({ slug: 'default' });
    await assert.rejects(insert.execute(), { code: '23505' });
    await assert.rejects(
      db.transaction().execute((trx) => trx.insertInto('shops').values({ slug: 'default' }).execute()),
      { code: '23505' },
    );
    assert.equal((await db.selectFrom('shops').selectAll().execute()).length, 1);
  });

  it('stores a job with the row that it belongs to, or neither', async (t) => {
    const { db, jobsConnection, kind, close } = await database.open();
    const jobs = await startJobs({
      db,
      connection: jobsConnection,
      alone: kind === 'embedded',
      migrate: true,
      log,
    });
    t.after(() => jobs.stop().then(close));
    const done = Promise.withResolvers<number>();
    await jobs.work('publish-event', 1, async ({ data }) => done.resolve(data.generation));

    const lost = db.transaction().execute(async (trx) => {
      await jobs.send(trx, 'publish-event', 'lost', { eventId: 'one', generation: 1 });
      throw new Error('taken back');
    });
    await assert.rejects(lost, /taken back/);
    await db
      .transaction()
      .execute((trx) => jobs.send(trx, 'publish-event', 'kept', { eventId: 'one', generation: 2 }));
    assert.equal(await done.promise, 2);
    const { rows } = await sql`SELECT singleton_key FROM pgboss.job WHERE name = 'publish-event'`.execute(db);
    assert.deepEqual(rows, [{ singleton_key: 'kept' }]);
  });

  it('gives a job back at once when its process stops in the middle', async (t) => {
    const { db, jobsConnection, kind, close } = await database.open();
    const options = { db, connection: jobsConnection, alone: kind === 'embedded', migrate: true, log };
    const first = await startJobs(options);
    const started = Promise.withResolvers<void>();
    await first.work('publish-event', 1, async ({ signal }) => {
      started.resolve();
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    });
    await first.send(db, 'publish-event', 'key', { eventId: 'one', generation: 1 });
    await started.promise;
    await first.stop();

    const second = await startJobs(options);
    t.after(() => second.stop().then(close));
    const again = Promise.withResolvers<boolean>();
    await second.work('publish-event', 1, async ({ isLast }) => again.resolve(isLast));
    assert.equal(await again.promise, false);
  });
});
