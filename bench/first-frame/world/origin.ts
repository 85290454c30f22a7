import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** An origin that answers at once: everything is read and compressed the first time it is asked for, as a CDN keeps it. */
export interface Origin {
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.vtt': 'text/vtt; charset=utf-8',
  '.wasm': 'application/wasm',
  '.ts': 'video/mp2t',
  '.mp4': 'video/mp4',
  '.m4s': 'video/mp4',
  '.jpg': 'image/jpeg',
};
const TEXT = /^text|json|mpegurl|wasm/;
/** Pointers move, and have no ending. */
const POINTER = /^\/v1\//;

interface Body {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzip: Buffer | undefined;
}

/** @param folders - by the path that they are served under */
export async function startOrigin(port: number, folders: Readonly<Record<string, string>>): Promise<Origin> {
  const kept = new Map<string, Body>();

  const find = async (path: string): Promise<Body | undefined> => {
    const known = kept.get(path);
    if (known) return known;
    const prefix = Object.keys(folders).find((candidate) => path.startsWith(candidate));
    if (prefix === undefined) return undefined;
    const file = join(folders[prefix] ?? '', normalize(`/${path.slice(prefix.length)}`));
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) return undefined;
    const type = TYPES[extname(path)] ?? (POINTER.test(path) ? TYPES['.json'] : undefined);
    const gzip = type && TEXT.test(type) && bytes.length > 1024 ? gzipSync(bytes, { level: 9 }) : undefined;
    const body = { type: type ?? 'application/octet-stream', bytes, gzip };
    if (!POINTER.test(path)) kept.set(path, body);
    return body;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://origin').pathname);
    const headers = { 'access-control-allow-origin': '*', 'timing-allow-origin': '*' };
    if (request.method === 'OPTIONS') {
      const allowed = { 'access-control-allow-headers': '*', 'access-control-max-age': '86400' };
      response.writeHead(204, { ...headers, ...allowed }).end();
      return;
    }
    const body = await find(path);
    if (!body) {
      response.writeHead(404, headers).end();
      return;
    }
    const common = { ...headers, 'content-type': body.type, 'cache-control': 'public, max-age=31536000' };
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from !== undefined) {
      const [start, end] = [Number(from), to ? Number(to) : body.bytes.length - 1];
      const part = body.bytes.subarray(start, end + 1);
      const range = `bytes ${from}-${String(start + part.length - 1)}/${String(body.bytes.length)}`;
      response.writeHead(206, { ...common, 'content-range': range, 'content-length': part.length });
      response.end(part);
      return;
    }
    const bytes = body.gzip ?? body.bytes;
    const encoding = body.gzip ? { 'content-encoding': 'gzip', vary: 'accept-encoding' } : {};
    response.writeHead(200, { ...common, ...encoding, 'content-length': bytes.length });
    response.end(bytes);
  };

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void answer(request, response);
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
