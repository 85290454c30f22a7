import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { startFauxqs } from 'fauxqs';
import { describeKey } from '../../publishing/archive-layout.ts';
import { listAll, openS3, readText } from '../../test/stores.ts';
import { createStores } from '../open-store.ts';
import { connectS3 } from './s3-connection.ts';
import type { S3Connection } from './s3-connection.ts';
import { S3Store } from './s3-store.ts';

const MB = 1024 ** 2;
/** What is asked of S3 in parts from 12 MB on, as it is of Amazon's from 5 GB on. */
const SIZES = { copyMax: 12 * MB, uploadPart: 5 * MB, copyPart: 5 * MB };
const key = 'archive/spring/1/long.ts';
const headers = describeKey(key);

async function listen(t: TestContext, server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function storeAt(t: TestContext, endpoint: string, settings: object = {}): S3Store {
  const connection = connectS3({ endpoint, idleMs: 300, attempts: 1, ...settings });
  t.after(() => {
    connection.close();
  });
  return new S3Store(connection, 'test-bucket');
}

/** The names of all that is asked of S3 from now on, as the SDK calls it. */
function watch({ client }: S3Connection): string[] {
  const asked: string[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        asked.push(commandName.replace('Command', ''));
        return next(args);
      },
    { step: 'initialize' },
  );
  return asked;
}

/** fauxqs knows UploadPartCopy, which s3rver does not, and its lists go on where s3rver's break off on today's Node. */
async function connectFauxqs(t: TestContext): Promise<S3Connection> {
  const server = await startFauxqs({ port: 0, logger: false, init: { buckets: ['test-bucket'] } });
  const connection = connectS3({ endpoint: server.address });
  t.after(async () => {
    connection.close();
    await server.stop();
  });
  return connection;
}

describe('large objects in S3', () => {
  it('are copied in parts inside of it, with their headers, and small ones as a whole', async (t) => {
    const connection = await connectFauxqs(t);
    const asked = watch(connection);
    const store = new S3Store(connection, 'test-bucket', 'here', SIZES);
    const bytes = randomBytes(13 * MB + 7);
    // In parts, too: fauxqs takes 11 MB in one request.
    await store.write('a/source file.ts', Readable.from([bytes]), describeKey('x.ts'));
    const small = bytes.subarray(0, MB);
    await store.write('a/small.ts', small, describeKey('x.ts'));

    asked.length = 0;
    await store.copyFrom(store, 'a/source file.ts', key, { ...headers, size: bytes.length });
    assert.deepEqual(asked, [
      'HeadObject',
      'CreateMultipartUpload',
      ...['UploadPartCopy', 'UploadPartCopy', 'UploadPartCopy'],
      'CompleteMultipartUpload',
    ]);
    const copy = (await store.read(key)) ?? assert.fail();
    assert.ok((await buffer(copy.body)).equals(bytes));
    assert.equal(copy.contentType, 'video/mp2t');

    asked.length = 0;
    await store.copyFrom(store, 'a/small.ts', key, { ...headers, size: small.length });
    assert.deepEqual(asked, ['CopyObject']);
  });

  it('that S3 refuses to copy as a whole are copied in parts', async (t) => {
    // Amazon's words; no server of its kind that runs here has this limit.
    const refusal =
      '<Error><Code>InvalidRequest</Code><Message>The specified copy source is larger than the maximum allowable size for a copy source: 5368709120</Message></Error>';
    const asked: string[] = [];
    const answer: RequestListener = ({ method, url = '', headers: sent }, response) => {
      const range = sent['x-amz-copy-source-range'];
      asked.push(
        `${method ?? ''} ${new URL(url, 'http://x').search.slice(0, 9)}${range ? ` ${String(range)}` : ''}`,
      );
      const isPart = url.includes('partNumber');
      if (method === 'HEAD')
        response
          .setHeader('content-length', 7 * 1024 ** 3)
          .setHeader('etag', '"e"')
          .end();
      else if (method === 'PUT' && !isPart) response.writeHead(400).end(refusal);
      else if (isPart) response.end('<CopyPartResult><ETag>"p"</ETag></CopyPartResult>');
      else if (url.includes('uploads')) response.end('<R><UploadId>u</UploadId></R>');
      else response.end('<R><ETag>"done"</ETag></R>');
    };
    const store = storeAt(t, await listen(t, createHttpServer(answer)));
    await store.copyFrom(store, 'a/source.ts', key, headers);
    const GB = 1024 ** 3;
    const parts = Array.from({ length: 7 }, (_, n) => `bytes=${String(n * GB)}-${String((n + 1) * GB - 1)}`);
    assert.deepEqual(
      asked.map((line) => line.replace(/^PUT \S+ bytes/, 'PUT bytes')),
      ['PUT ?x-id=Cop', 'HEAD ', 'POST ?uploads=', ...parts.map((range) => `PUT ${range}`), 'POST ?uploadId'],
    );
  });

  it('are sent in parts, of which one is in memory at a time', async (t) => {
    const test = await openS3(SIZES);
    t.after(() => test.close());
    let produced = 0;
    let accepted = 0;
    let ahead = 0;
    test.connection.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const result = await next(args);
          if (commandName === 'UploadPartCommand') accepted += 5 * MB;
          return result;
        },
      { step: 'initialize' },
    );
    const piece = randomBytes(64 * 1024);
    const source = function* (): Generator<Buffer> {
      while (produced < 23 * MB) {
        produced += piece.length;
        ahead = Math.max(ahead, produced - accepted);
        yield piece;
      }
    };
    await test.store.write(key, Readable.from(source()), { ...headers, size: 23 * MB });
    assert.equal((await test.store.head(key))?.size, 23 * MB);
    assert.ok(ahead < 5 * MB + 40 * piece.length, `${String(ahead)} bytes were read ahead`);
  });

  it('whose stream breaks or is stopped in the middle leave nothing, and their upload is aborted', async (t) => {
    const test = await openS3(SIZES);
    t.after(() => test.close());
    const asked = watch(test.connection);
    const stop = new AbortController();
    const cases = [
      [new Error('the source broke'), /the source broke/],
      [undefined, { name: 'AbortError' }],
    ] as const;
    for (const [error, expected] of cases) {
      const source = async function* (): AsyncGenerator<Buffer> {
        for (let part = 0; part < 2; part += 1) yield await Promise.resolve(Buffer.alloc(5 * MB));
        if (error) throw error;
        yield Buffer.alloc(MB);
        stop.abort();
        yield Buffer.alloc(MB);
      };
      const options = error ? headers : { ...headers, signal: stop.signal };
      await assert.rejects(test.store.write(key, Readable.from(source()), options), expected);
      assert.equal(asked.at(-1), 'AbortMultipartUpload');
      assert.deepEqual(await listAll(test.store), []);
    }
  });
});

it('a bucket of more objects than one answer holds is listed, each once', async (t) => {
  const store = new S3Store(await connectFauxqs(t), 'test-bucket', 'here');
  const keys = Array.from({ length: 1100 }, (_, index) => `archive/a/${String(index)}.ts`);
  for (let start = 0; start < keys.length; start += 10) {
    await Promise.all(keys.slice(start, start + 10).map((name) => store.write(name, 'x', headers)));
  }
  const found = (await listAll(store, 'archive/')).map((object) => object.key);
  assert.deepEqual(found.sort(), keys.sort());
});

describe('an S3 that does not behave', () => {
  it('and never answers, or stops in the middle of an answer, is given up', async (t) => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => sockets.add(socket));
    const url = await listen(t, silent);
    t.after(() => {
      for (const socket of sockets) socket.destroy();
    });
    const store = storeAt(t, url, { attempts: 2 });
    const unreachable = {
      code: 'STORE_UNREACHABLE',
      message: /to read archive\/a.json in the bucket test-bucket/,
    };
    await assert.rejects(store.read('archive/a.json'), unreachable);
    await assert.rejects(store.head('archive/a.json'), unreachable);
    await assert.rejects(store.write(key, 'x', headers), { code: 'STORE_UNREACHABLE' });
    await assert.rejects(store.copyFrom(store, 'a', key, headers), { code: 'STORE_UNREACHABLE' });
    await assert.rejects(listAll(store), { code: 'STORE_UNREACHABLE' });

    const half = storeAt(
      t,
      await listen(
        t,
        createHttpServer((_, response) => response.writeHead(200, { 'content-length': 10 }).write('half')),
      ),
    );
    const object = (await half.read('archive/a.json')) ?? assert.fail();
    await assert.rejects(buffer(object.body), { name: 'TimeoutError' });
  });

  it('and breaks connections off is said to be out of reach', async (t) => {
    const store = storeAt(
      t,
      await listen(
        t,
        createServer((socket) => socket.destroy()),
      ),
      { attempts: 2 },
    );
    await assert.rejects(store.head(key), { code: 'STORE_UNREACHABLE' });
  });

  it('and never answers does not hold up whoever stops waiting', async (t) => {
    const stop = new AbortController();
    const store = storeAt(
      t,
      await listen(
        t,
        createHttpServer(() => stop.abort()),
      ),
      { attempts: 2 },
    );
    const { signal } = stop;
    await assert.rejects(store.copyFrom(store, 'a', key, { ...headers, signal }), { name: 'AbortError' });
    await assert.rejects(store.read(key, { signal }), { name: 'AbortError' });
  });

  it('and is not there, or has no such bucket, is said to be so', async (t) => {
    const nobody = createServer();
    const url = await listen(t, nobody);
    nobody.close();
    await assert.rejects(storeAt(t, url).head(key), { code: 'STORE_UNREACHABLE' });

    const test = await openS3();
    t.after(() => test.close());
    const elsewhere = new S3Store(test.connection, 'no-such-bucket');
    const missing = { code: 'STORE_BUCKET_MISSING', message: 'there is no bucket no-such-bucket' };
    await assert.rejects(elsewhere.read(key), missing);
    await assert.rejects(elsewhere.write(key, 'x', headers), missing);
    await assert.rejects(listAll(elsewhere), missing);
  });

  it('and has archived an object, or finds the clock here wrong, does not pass for one that refuses', async (t) => {
    const answering = async (code: string): Promise<S3Store> => {
      const body = `<Error><Code>${code}</Code><Message>x</Message></Error>`;
      const answer: RequestListener = (_, response) => response.writeHead(403).end(body);
      return storeAt(t, await listen(t, createHttpServer(answer)));
    };
    const archived = { code: 'STORE_DENIED', message: /archived .* restored/ };
    await assert.rejects((await answering('InvalidObjectState')).read(key), archived);
    await assert.rejects((await answering('RequestTimeTooSkewed')).read(key), {
      name: 'RequestTimeTooSkewed',
    });
    await assert.rejects((await answering('AccessDenied')).read(key), { message: /does not allow/ });
  });

  it('and asks to slow down is asked again', async (t) => {
    let asked = 0;
    const answer: RequestListener = (_, response) => {
      asked += 1;
      if (asked < 3) response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
      else response.writeHead(200, { 'content-length': 2 }).end('ok');
    };
    const store = storeAt(t, await listen(t, createHttpServer(answer)), { attempts: 3 });
    assert.equal(await readText(store, key), 'ok');
  });
});

it('stores of one process share a connection, and close it', async (t) => {
  const sockets = new Set<Socket>();
  const server = createHttpServer((_, response) =>
    response.writeHead(200, { 'content-length': 2 }).end('ok'),
  );
  server.on('connection', (socket) => sockets.add(socket));
  const endpoint = await listen(t, server);
  const stores = createStores(describeKey, { endpoint });
  for (const url of ['s3://one-bucket', 's3://another-bucket/below', 's3://one-bucket']) {
    assert.equal(await readText(stores.open(url), key), 'ok');
  }
  assert.equal(sockets.size, 1);
  const [socket] = sockets;
  const closed = socket && once(socket, 'close');
  stores.close();
  await closed;
});
