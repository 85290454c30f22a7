import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { eventsWithProduct } from '../../events/event-products.ts';
import { touchCatalogue } from '../../events/events-repository.ts';
import {
  createProduct,
  listProducts,
  putProduct,
  readProduct,
  removeProduct,
} from '../../products/products-repository.ts';
import { requestIfPublished } from '../../publishing/request-publication.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS, NoContent, ProductBody } from '../schemas.ts';

const Params = Type.Object({ product: Type.String({ minLength: 1, maxLength: 200 }) });

export const productRoutes: Routes = async (app, { services: { db, jobs } }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['admin'] });

  app.get(
    '/products',
    {
      schema: {
        ...about('listProducts', 'The shop’s products by id, a hundred at a time'),
        querystring: Type.Object({
          after: Type.Optional(Type.String({ description: 'The last id of the page before.' })),
        }),
        response: { 200: Type.Object({ products: Type.Array(ProductBody) }), ...ERRORS },
      },
    },
    async ({ query }) => ({ products: [...(await listProducts(db, DEFAULT_SHOP, query.after))] }),
  );

  app.post(
    '/products',
    {
      schema: {
        ...about('createProduct', 'Adds a product'),
        body: ProductBody,
        response: { 201: ProductBody, ...ERRORS },
      },
    },
    async ({ body }, reply) => {
      await createProduct(db, DEFAULT_SHOP, body, new Date());
      return reply.code(201).send(body);
    },
  );

  app.get(
    '/products/:product',
    {
      schema: {
        ...about('readProduct', 'A product'),
        params: Params,
        response: { 200: ProductBody, ...ERRORS },
      },
    },
    async ({ params }) => readProduct(db, DEFAULT_SHOP, params.product),
  );

  app.put(
    '/products/:product',
    {
      schema: {
        ...about('putProduct', 'Puts a product in place of the one with its id, or adds it'),
        params: Params,
        body: ProductBody,
        response: { 200: ProductBody, ...ERRORS },
      },
    },
    async ({ params, body }) => {
      if (body.id !== params.product) {
        throw new ServiceError(
          'BAD_REQUEST',
          `id: should be ${JSON.stringify(params.product)}, as in the path, not ${JSON.stringify(body.id)}.`,
        );
      }
      await db.transaction().execute(async (trx) => {
        const now = new Date();
        if (!(await putProduct(trx, DEFAULT_SHOP, body, now))) return;
        const events = await eventsWithProduct(trx, DEFAULT_SHOP, body.id);
        await touchCatalogue(trx, events, now);
        await requestIfPublished(trx, jobs, events);
      });
      return body;
    },
  );

  app.delete(
    '/products/:product',
    {
      schema: {
        ...about('removeProduct', 'Removes a product, also from the events that show it'),
        params: Params,
        response: { 204: NoContent, ...ERRORS },
      },
    },
    async ({ params }, reply) => {
      await db.transaction().execute(async (trx) => {
        const events = await eventsWithProduct(trx, DEFAULT_SHOP, params.product);
        await removeProduct(trx, DEFAULT_SHOP, params.product);
        await touchCatalogue(trx, events, new Date());
        await requestIfPublished(trx, jobs, events);
      });
      return reply.code(204).send(null);
    },
  );
};
