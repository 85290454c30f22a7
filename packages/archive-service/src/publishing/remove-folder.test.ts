import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';
import { ServiceError } from '../errors.ts';
import { connectS3 } from '../stores/s3/s3-connection.ts';
import { S3Store } from '../stores/s3/s3-store.ts';
import { listAll, TEST_STORES } from '../test/stores.ts';
import { watchStore } from '../test/watched-store.ts';
import { removeFolder } from './remove-folder.ts';

const NEVER = new AbortController().signal;
const headers = { contentType: 'text/plain', cacheControl: 'no-store' };

describe('removing a folder', () => {
  it('takes what other programs have put there, whatever they call it', async (t) => {
    const server = await startFauxqs({ port: 0, logger: false });
    t.after(() => server.stop());
    server.createBucket('archives');
    const connection = connectS3({ endpoint: server.address });
    t.after(() => connection.close());
    const store = new S3Store(connection, 'archives', 'vitrine');
    // The console makes the first where somebody creates a folder, a sync from a desk the second.
    for (const key of ['archive/evt/1/', 'archive/evt/1/.DS_Store', 'archive/evt/1//x', 'archive/evt/1/0.ts'])
      await connection.client.send(
        new PutObjectCommand({ Bucket: 'archives', Key: `vitrine/${key}`, Body: '' }),
      );
    await store.write('archive/evt/10/0.ts', 'x', headers);
    assert.equal((await listAll(store)).length, 5);
    await removeFolder(store, 'archive/evt/1/', NEVER);
    assert.deepEqual(
      (await listAll(store)).map(({ key }) => key),
      ['archive/evt/10/0.ts'],
    );
  });

  for (const [name, open] of TEST_STORES) {
    it(`removes all that can be removed before it fails (${name})`, async (t) => {
      const { store, close } = await open();
      t.after(close);
      for (let index = 0; index < 40; index += 1) await store.write(`a/${String(index)}.ts`, 'x', headers);
      const watched = watchStore(store, {
        before: ({ operation, key }) => {
          if (operation === 'remove' && /\/(0|20)\.ts$/.test(key))
            throw new ServiceError('STORE_DENIED', `${key} may not be removed.`);
        },
      });
      await assert.rejects(removeFolder(watched, 'a/', NEVER), { code: 'STORE_DENIED' });
      const left = (await listAll(store)).map(({ key }) => key).toSorted();
      assert.deepEqual(left, ['a/0.ts', 'a/20.ts']);
    });
  }
});
