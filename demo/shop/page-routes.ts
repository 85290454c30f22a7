import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { EventsList } from './events-list.ts';
import type { PageContext } from './page-context.ts';
import { eventList } from './pages/event-list.ts';
import { notFoundPage } from './pages/not-found-page.ts';
import { productPage } from './pages/product-page.ts';
import { rangePage } from './pages/range-page.ts';
import { showPage } from './pages/show-page.ts';
import { slugOf } from './product-path.ts';
import { ROOMS } from './shop-copy.ts';

interface PageRoutesOptions {
  readonly context: PageContext;
  readonly events: EventsList;
}

const EVENT_QUERY = { querystring: Type.Object({ event: Type.Optional(Type.String({ maxLength: 100 })) }) };
const SLUG = { params: Type.Object({ slug: Type.String({ maxLength: 100 }) }) };
const ID = { params: Type.Object({ id: Type.String({ maxLength: 100 }) }) };
const ROOM_QUERY = { querystring: Type.Object({ room: Type.Optional(Type.String({ maxLength: 40 })) }) };

export const pageRoutes: FastifyPluginAsyncTypebox<PageRoutesOptions> = async (app, { context, events }) => {
  app.addHook('onRequest', async (_, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
  });

  app.get('/', { schema: EVENT_QUERY }, async ({ query }, reply) => {
    const [product] = context.products;
    if (!product) return reply.callNotFound();
    const known = await events.read();
    return showPage({ product, events: known, event: query.event ?? known[0]?.slug }, context);
  });

  app.get('/fragments/events', { schema: EVENT_QUERY }, async ({ query }) =>
    eventList(await events.read(), query.event).toString(),
  );

  app.get('/products', { schema: ROOM_QUERY }, async ({ query }) =>
    rangePage(
      ROOMS.find((room) => room === query.room),
      context,
    ),
  );

  app.get('/products/:slug', { schema: SLUG }, async ({ params: { slug } }, reply) => {
    const product = context.products.find((candidate) => slugOf(candidate) === slug);
    return product ? productPage(product, context) : reply.callNotFound();
  });

  app.get('/catalogue/:id', { schema: ID }, async ({ params }, reply) => {
    const product = context.products.find(({ id }) => id === params.id);
    return product ? reply.type('application/json').send(product) : reply.callNotFound();
  });

  app.setNotFoundHandler((_, reply) => reply.code(404).send(notFoundPage(context)));
};
