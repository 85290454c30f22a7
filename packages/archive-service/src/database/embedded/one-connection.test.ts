import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { bossDatabase, createOneConnection } from './one-connection.ts';
import { oneConnectionDialect } from './one-connection-dialect.ts';

interface Notes {
  notes: { text: string };
}

describe('the one connection of the embedded database', () => {
  let pglite: PGlite;
  before(async () => {
    pglite = await PGlite.create();
    await pglite.exec('CREATE TABLE notes (text text)');
  });
  after(() => pglite.close());

  async function open() {
    await pglite.exec('TRUNCATE notes');
    const connection = createOneConnection(pglite);
    const db = new Kysely<Notes>({ dialect: oneConnectionDialect(connection) });
    const insert = (text: string) => db.insertInto('notes').values({ text }).execute();
    const texts = async () =>
      (await db.selectFrom('notes').selectAll().orderBy('text').execute()).map((row) => row.text);
    return { db, jobs: bossDatabase(connection, pglite), insert, texts };
  }

  it('keeps what fails in a job’s transaction from whoever asks meanwhile', async () => {
    const { db, jobs, insert, texts } = await open();
    const failing = `BEGIN; INSERT INTO notes VALUES ('lost'); SELECT 1 / 0; COMMIT`;
    const inserts: Promise<unknown>[] = [];
    for (let round = 0; round < 20; round += 1) {
      inserts.push(assert.rejects(jobs.executeSql(failing), { code: '22012' }));
      inserts.push(insert(`alone ${round}`));
      inserts.push(
        db.transaction().execute(async (trx) => {
          await trx
            .insertInto('notes')
            .values({ text: `together ${round}` })
            .execute();
        }),
      );
    }
    await Promise.all(inserts);
    assert.equal((await texts()).length, 40);
    assert.ok(!(await texts()).includes('lost'));
  });

  it('lets no statement of jobs into an open transaction', async () => {
    const { db, jobs, texts } = await open();
    const transaction = await db.startTransaction().execute();
    await transaction.insertInto('notes').values({ text: 'taken back' }).execute();
    const outside = jobs.executeSql(`INSERT INTO notes VALUES ($1) RETURNING text`, ['kept']);
    await transaction.rollback().execute();
    assert.deepEqual((await outside).rows, [{ text: 'kept' }]);
    assert.deepEqual(await texts(), ['kept']);
  });

  it('gives jobs the rows of every statement', async () => {
    const { jobs } = await open();
    const { rows } = await jobs.executeSql(`BEGIN; SELECT 1 AS a; SELECT 2 AS a; COMMIT`);
    assert.deepEqual(rows, [{ a: 1 }, { a: 2 }]);
  });
});
