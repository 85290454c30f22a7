import { mkdirSync } from 'node:fs';
import { relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { describeKey } from '../../publishing/archive-layout.ts';
import { folderOf } from '../../stores/store-url.ts';
import type { Routes } from '../app-type.ts';

/** The folder store, as a CDN would serve it. A store in S3 has a CDN of its own before it. */
export const mediaRoutes: Routes = async (app, { services: { config } }) => {
  if (!config.storeUrl.startsWith('file:')) return;
  const root = folderOf(config.storeUrl);
  mkdirSync(root, { recursive: true });
  await app.register(fastifyStatic, {
    root,
    prefix: '/media/',
    index: false,
    // The store's own unfinished files begin with a dot.
    dotfiles: 'ignore',
    cacheControl: false,
    schemaHide: true,
    setHeaders(reply, path) {
      const { contentType, cacheControl } = describeKey(relative(root, path).split(sep).join('/'));
      reply.header('content-type', contentType);
      reply.header('cache-control', cacheControl);
    },
  });
};
