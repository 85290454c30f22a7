import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * As much of S3 as the two contenders ask for, in a process of its own. s3rver, with which the tests work, writes every copy to the disk, so that one
 * would measure the disk. A copy here is a note of where the bytes lie: in S3, too, they go through nobody's network. `check-stand-in.ts` holds it to what the SDK expects.
 */
interface Entry {
  readonly size: number;
  readonly etag: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** A file, or the bytes. */
  readonly content: string | Buffer;
}

const PAGE = 1000;
const WHEN = 'Thu, 05 Mar 2026 07:08:09 GMT';

/** @param delay - ms from a request to its answer: what the network and S3 take, whatever is asked */
const [root = '', delay = '0'] = process.argv.slice(2);
const objects = new Map<string, Entry>();
for (const file of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!file.isFile()) continue;
  const path = join(file.parentPath, file.name);
  const key = path.slice(root.length).replace(/^\//, '');
  const contentType = 'application/octet-stream';
  const { size } = statSync(path);
  objects.set(key, { size, etag: etagOf(key), contentType, cacheControl: '', content: path });
}
let sorted: string[] | undefined;

const server = createServer((request, response) => {
  later(request, response).catch((error: unknown) => {
    response.destroy(error instanceof Error ? error : undefined);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : undefined);
});
process.on('disconnect', () => process.exit());

async function later(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (Number(delay) > 0) await sleep(Number(delay));
  return answer(request, response);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://s3.invalid');
  const key = decodeURIComponent(url.pathname.slice(1));
  if (url.searchParams.get('list-type') === '2') return list(key, url.searchParams, response);
  if (request.method === 'PUT') return put(key, request, response);
  if (request.method === 'DELETE') {
    if (objects.delete(key)) sorted = undefined;
    response.writeHead(204).end();
    return;
  }
  const entry = objects.get(key);
  if (!entry) {
    response.writeHead(404, { 'content-type': 'application/xml' });
    response.end(request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  send(entry, request, response);
}

function send(entry: Entry, request: IncomingMessage, response: ServerResponse): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = Number(range?.[1] ?? 0);
  const end = Math.min(range?.[2] ? Number(range[2]) : entry.size - 1, entry.size - 1);
  response.writeHead(range ? 206 : 200, {
    'content-length': String(end - start + 1),
    'content-type': entry.contentType,
    'cache-control': entry.cacheControl,
    etag: entry.etag,
    'last-modified': WHEN,
    ...(range && { 'content-range': `bytes ${String(start)}-${String(end)}/${String(entry.size)}` }),
  });
  if (request.method === 'HEAD') response.end();
  else {
    const bytes = typeof entry.content === 'string' ? readFileSync(entry.content) : entry.content;
    response.end(range ? bytes.subarray(start, end + 1) : bytes);
  }
}

async function put(key: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  const { headers } = request;
  const described = {
    contentType: headers['content-type'] ?? 'application/octet-stream',
    cacheControl: headers['cache-control'] ?? '',
  };
  const from = headers['x-amz-copy-source'];
  const source =
    typeof from === 'string' ? objects.get(decodeURIComponent(from).replace(/^\//, '')) : undefined;
  if (typeof from === 'string' && !source) {
    response.writeHead(404, { 'content-type': 'application/xml' });
    response.end('<Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  const entry = source
    ? { ...source, ...described }
    : { ...described, size: body.length, etag: etagOf(body), content: body };
  if (!objects.has(key)) sorted = undefined;
  objects.set(key, entry);
  if (!source) response.writeHead(200, { etag: entry.etag }).end();
  else {
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(
      `<CopyObjectResult><LastModified>2026-03-05T07:08:09.000Z</LastModified><ETag>${entry.etag}</ETag></CopyObjectResult>`,
    );
  }
}

function list(bucket: string, query: URLSearchParams, response: ServerResponse): void {
  sorted ??= [...objects.keys()].sort();
  const prefix = `${bucket.replace(/\/$/, '')}/${query.get('prefix') ?? ''}`;
  const after = query.get('continuation-token') ?? '';
  const page: string[] = [];
  let more = false;
  for (let at = firstAtLeast(sorted, after > prefix ? after : prefix); at < sorted.length; at += 1) {
    const key = sorted[at] ?? '';
    if (!key.startsWith(prefix)) break;
    if (key === after) continue;
    more = page.length === PAGE;
    if (more) break;
    page.push(key);
  }
  const contents = page.map((key) => {
    const { size = 0, etag = '' } = objects.get(key) ?? {};
    const name = key.slice(key.indexOf('/') + 1);
    return `<Contents><Key>${name}</Key><LastModified>2026-03-05T07:08:09.000Z</LastModified><ETag>${etag}</ETag><Size>${String(size)}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
  });
  const next = more ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
  response.writeHead(200, { 'content-type': 'application/xml' });
  response.end(
    `<ListBucketResult><IsTruncated>${String(more)}</IsTruncated>${next}<KeyCount>${String(page.length)}</KeyCount>${contents.join('')}</ListBucketResult>`,
  );
}

function firstAtLeast(keys: readonly string[], wanted: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function etagOf(content: string | Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}
