import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import S3rver from 's3rver';
import { describeKey } from '../publishing/archive-layout.ts';
import { FolderStore } from '../stores/folder/folder-store.ts';
import type { ListedObject, ObjectStore } from '../stores/object-store.ts';
import { connectS3 } from '../stores/s3/s3-connection.ts';
import type { S3Connection } from '../stores/s3/s3-connection.ts';
import { S3Store } from '../stores/s3/s3-store.ts';
import type { S3Sizes } from '../stores/s3/s3-store.ts';

/** An empty store to test on; `another` opens a further, empty one of the same kind. */
export interface TestStore {
  readonly store: ObjectStore;
  another(): Promise<ObjectStore>;
  close(): Promise<void>;
}

// The one key pair that s3rver knows.
process.env['AWS_ACCESS_KEY_ID'] = 'S3RVER';
process.env['AWS_SECRET_ACCESS_KEY'] = 'S3RVER';

/** Both kinds of store; a suite that runs on each of them proves that no caller needs to know which it has. */
export const TEST_STORES: readonly (readonly [string, () => Promise<TestStore>])[] = [
  ['folder', openFolder],
  ['S3', () => openS3()],
];

async function openFolder(): Promise<TestStore> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-store-'));
  let count = 0;
  const another = (): Promise<ObjectStore> =>
    Promise.resolve(new FolderStore(join(folder, String(count++)), describeKey));
  return { store: await another(), another, close: () => rm(folder, { recursive: true }) };
}

/** s3rver, which knows all that we ask for but copying in parts. */
export async function openS3(sizes?: S3Sizes): Promise<TestStore & { readonly connection: S3Connection }> {
  const directory = await mkdtemp(join(tmpdir(), 'vitrine-s3-'));
  const configureBuckets = [{ name: 'test-bucket', configs: [] }];
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
  const { port } = await server.run();
  const connection = connectS3({ endpoint: `http://127.0.0.1:${String(port)}` });
  let count = 0;
  const another = (): Promise<ObjectStore> =>
    Promise.resolve(new S3Store(connection, 'test-bucket', `store-${String(count++)}`, sizes));
  const close = async (): Promise<void> => {
    connection.close();
    await server.close();
    await rm(directory, { recursive: true });
  };
  return { store: await another(), another, close, connection };
}

/** The object's text; `undefined` where there is none. */
export async function readText(store: ObjectStore, key: string): Promise<string | undefined> {
  const object = await store.read(key);
  return object && text(object.body);
}

export async function listAll(store: ObjectStore, prefix = ''): Promise<ListedObject[]> {
  const found: ListedObject[] = [];
  for await (const object of store.list(prefix)) found.push(object);
  return found;
}
