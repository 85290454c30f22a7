import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { describeKey } from '../publishing/archive-layout.ts';
import { createStores } from './open-store.ts';
import { folderOf, isBucketName } from './store-url.ts';

const stores = createStores(describeKey);
after(() => {
  stores.close();
});

it('opens a folder by file:, absolute, relative or as a full URL', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine open-'));
  const store = stores.open(pathToFileURL(folder).href);
  await store.write('archive/a.json', '{}', describeKey('archive/a.json'));
  assert.equal(await readFile(join(folder, 'archive/a.json'), 'utf8'), '{}');
  await rm(folder, { recursive: true });
  assert.equal(folderOf('file:data/store'), resolve('data/store'));
  assert.equal(folderOf('file:/srv/store'), '/srv/store');
});

it('says what would be right where a store cannot be named so', () => {
  for (const url of [
    '',
    'file:',
    'store',
    's3:',
    's3://',
    's3://Bucket_Name/x',
    's3://a..b/x',
    'https://bucket.example',
    's3://b/../x/',
  ]) {
    assert.throws(
      () => stores.open(url),
      /expected file:<folder> or s3:|no part of it may begin with a dot/,
      url,
    );
  }
  assert.ok(stores.open('s3://my-bucket'));
  assert.ok(stores.open('s3://my-bucket/some/prefix/'));
});

it('takes only real bucket names, so that none is a path', () => {
  assert.ok(isBucketName('r2s3-dev.channel-1'));
  for (const name of ['..', 'a/b', 'ab', '-abc', 'UPPER', 'a..b']) assert.ok(!isBucketName(name), name);
});
