import cors from '@fastify/cors';
import etag from '@fastify/etag';
import type { Routes } from '../app-type.ts';
import { eventRoutes } from './events.ts';
import { mediaRoutes } from './media.ts';
import { schemaRoutes } from './schemas.ts';
import { timelineRoutes } from './timeline.ts';

/** What any page of any origin may read. */
export const publicRoutes: Routes = async (app, options) => {
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    allowedHeaders: ['range', 'if-none-match'],
    exposedHeaders: ['content-length', 'content-range', 'etag', 'accept-ranges'],
    maxAge: 86_400,
  });
  await app.register(mediaRoutes, options);
  await app.register(async (json) => {
    await json.register(etag, { algorithm: 'sha1' });
    await json.register(eventRoutes, options);
    await json.register(timelineRoutes, options);
    await json.register(schemaRoutes, options);
  });
};
