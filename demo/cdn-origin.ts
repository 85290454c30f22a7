import { mkdir } from 'node:fs/promises';
import fastifyCompress from '@fastify/compress';
import fastifyCors from '@fastify/cors';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply } from 'fastify';

export interface CdnOriginOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The widget's built files, served under `/vitrine/`. */
  readonly widgetDir: string;
  /** The folder of the published store, served from `/`. */
  readonly storeDir: string;
}

export interface CdnOrigin {
  readonly url: string;
  close(): Promise<void>;
}

const EVENT_POINTER = /\/v1\/events\/[^/]+$/;
const YEAR_S = 31_536_000;

/** A release of the widget lies under its version and its content, and never changes; everything beside it may. */
const RELEASE = /\/\d+\.\d+\.\d+[^/]*-[\da-f]{8}\//;

function widgetHeaders(reply: FastifyReply, path: string): void {
  const never = `public, max-age=${YEAR_S}, immutable`;
  reply.header('cache-control', RELEASE.test(path) ? never : 'no-cache');
}

/** What the store's layout promises: pointers move, everything under `archive/` never changes. */
function storeHeaders(reply: FastifyReply, path: string): void {
  if (EVENT_POINTER.test(path)) {
    reply.header('content-type', 'application/json; charset=utf-8');
    reply.header('cache-control', 'public, max-age=2');
  } else {
    reply.header('cache-control', `public, max-age=${YEAR_S}, immutable`);
  }
}

/** Starts an origin that serves the published store and the widget as a CDN in front of a bucket would. */
export async function startCdnOrigin({ port, widgetDir, storeDir }: CdnOriginOptions): Promise<CdnOrigin> {
  // On a fresh checkout neither is there yet: the widget is still being built, nothing has been published.
  await Promise.all([widgetDir, storeDir].map((folder) => mkdir(folder, { recursive: true })));
  const app = fastify({ logger: { level: 'warn' }, forceCloseConnections: true });
  await app.register(fastifyCors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['Content-Length', 'Content-Range', 'ETag'],
    maxAge: 86_400,
  });
  // As small as gzip makes it, which a CDN does once and keeps. Only what is text by its type; pictures, video and their ranges go out as they are.
  await app.register(fastifyCompress, { encodings: ['gzip'], threshold: 1024, zlibOptions: { level: 9 } });
  app.addHook('onSend', async (_, reply) => {
    reply.header('timing-allow-origin', '*');
  });
  await app.register(fastifyStatic, {
    root: widgetDir,
    prefix: '/vitrine/',
    cacheControl: false,
    setHeaders: widgetHeaders,
  });
  await app.register(fastifyStatic, {
    root: storeDir,
    prefix: '/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: storeHeaders,
  });
  const address = await app.listen({ port, host: 'localhost' });
  return { url: `http://localhost:${new URL(address).port}`, close: () => app.close() };
}
