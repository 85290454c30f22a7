import { fileURLToPath } from 'node:url';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastifyPlugin from 'fastify-plugin';
import { bundleAssets } from './bundle-assets.ts';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const fontFolder = (name: string): string =>
  `${dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)))}/files`;

/** Scripts, styles, fonts and pictures of the shop. */
export const assetsRoutes = fastifyPlugin(async (app) => {
  const assets = await bundleAssets();

  app.get<{ Params: { name: string } }>('/assets/:name', async ({ params: { name } }, reply) => {
    const asset = assets.get(name);
    if (!asset) return reply.callNotFound();
    return reply.type(asset.type).header('cache-control', 'no-cache').send(asset.body);
  });

  await app.register(fastifyStatic, { root: folder('art/'), serve: false });
  app.get('/assets/mark.svg', (_, reply) => reply.sendFile('mark.svg'));
  for (const poster of ['poster.jpg', 'poster-preview.jpg']) {
    app.get(`/media/${poster}`, (_, reply) => reply.sendFile(poster, folder('../media/')));
  }
  await app.register(fastifyStatic, {
    root: [fontFolder('@fontsource/instrument-serif'), fontFolder('@fontsource-variable/instrument-sans')],
    prefix: '/assets/fonts/',
    decorateReply: false,
    immutable: true,
    maxAge: '365d',
  });
  await app.register(fastifyStatic, {
    root: folder('../media/products/'),
    prefix: '/media/products/',
    decorateReply: false,
    maxAge: '1h',
  });
});
