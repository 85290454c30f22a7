import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { breakConnections } from '../test/break-connections.ts';
import { createServerDatabase } from '../test/databases.ts';
import { openServer } from './open-database.ts';

// An error that nobody listens to would end this process, and the test with it.
it('a connection that breaks in the middle of a transaction costs that transaction alone', async () => {
  const url = await createServerDatabase();
  const { db, close } = openServer(url);
  after(close);
  const one = db.selectNoFrom((is) => is.lit(1).as('one'));
  const broken = db.transaction().execute(async (trx) => {
    await trx.selectNoFrom((is) => is.lit(1).as('one')).execute();
    await breakConnections(url);
    await trx.selectNoFrom((is) => is.lit(2).as('two')).execute();
  });
  await assert.rejects(broken);
  assert.deepEqual(await one.execute(), [{ one: 1 }]);
});
