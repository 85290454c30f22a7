import { Type } from 'typebox';
import { readChannel } from '../../channels/channels-repository.ts';
import type { Handle } from '../../database/tables.ts';
import { setEventProducts } from '../../events/event-products.ts';
import {
  changeEvent,
  createEvent,
  listEvents,
  newEventId,
  readEventOfShop,
  removeEvent,
} from '../../events/events-repository.ts';
import { presentEvent, presentEvents } from '../../events/present-event.ts';
import { requestIfPublished } from '../../publishing/request-publication.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { basesOf } from '../bases.ts';
import { readCursor, writeCursor } from '../public/cursor.ts';
import { ERRORS, Event, EventParams, NoContent, Status } from '../schemas.ts';
import { EventChange, NewEvent, toColumns, type EventChangeBody } from './event-body.ts';

const PAGE = 100;

export const eventRoutes: Routes = async (app, { services: { config, db, jobs } }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['admin'] });

  app.get(
    '/events',
    {
      schema: {
        ...about('listShopEvents', 'The shop’s events, unlisted ones included, the newest first'),
        querystring: Type.Object({
          status: Type.Optional(Status),
          cursor: Type.Optional(Type.String({ maxLength: 200 })),
        }),
        response: {
          200: Type.Object({ events: Type.Array(Event), next: Type.Optional(Type.String()) }),
          ...ERRORS,
        },
      },
    },
    async (request) => {
      const { status, cursor } = request.query;
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const rows = await listEvents(db, { shop: DEFAULT_SHOP, status, after, unlisted: true, limit: PAGE });
      const last = rows.length === PAGE ? rows.at(-1) : undefined;
      const events = await presentEvents(db, rows, basesOf(config, request));
      return { events, ...(last && { next: writeCursor({ createdAt: last.created_at, id: last.id }) }) };
    },
  );

  app.post(
    '/events',
    {
      schema: {
        ...about('createEvent', 'Announces an event'),
        body: NewEvent,
        response: { 201: Event, ...ERRORS },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const id = newEventId();
      const row = await db.transaction().execute(async (trx) => {
        await checkChannel(trx, body);
        const draft = { ...UNSAID, cue_key: id.slice(-6), ...toColumns(body) };
        const { slug, title, currency } = body;
        const event = await createEvent(
          trx,
          { id, shop: DEFAULT_SHOP, ...draft, slug, title, currency },
          new Date(),
        );
        await setEventProducts(trx, DEFAULT_SHOP, id, body.products ?? []);
        return event;
      });
      return reply.code(201).send(await presentEvent(db, row, basesOf(config, request)));
    },
  );

  app.get(
    '/events/:event',
    {
      schema: {
        ...about('readShopEvent', 'An event of the shop'),
        params: EventParams,
        response: { 200: Event, ...ERRORS },
      },
    },
    async (request) => {
      const row = await readEventOfShop(db, DEFAULT_SHOP, request.params.event);
      return presentEvent(db, row, basesOf(config, request));
    },
  );

  app.patch(
    '/events/:event',
    {
      schema: {
        ...about('changeEvent', 'Changes what the body names; `products` are replaced as a whole'),
        params: EventParams,
        body: EventChange,
        response: { 200: Event, ...ERRORS },
      },
    },
    async (request) => {
      const { body, params } = request;
      const row = await db.transaction().execute(async (trx) => {
        const { id } = await readEventOfShop(trx, DEFAULT_SHOP, params.event);
        await checkChannel(trx, body);
        if (body.products) await setEventProducts(trx, DEFAULT_SHOP, id, body.products);
        const changed = await changeEvent(trx, DEFAULT_SHOP, id, toColumns(body), new Date());
        await requestIfPublished(trx, jobs, [id]);
        return changed;
      });
      return presentEvent(db, row, basesOf(config, request));
    },
  );

  app.delete(
    '/events/:event',
    {
      schema: {
        ...about(
          'removeEvent',
          'Removes an event of which nothing was published; any other is unpublished instead',
        ),
        params: EventParams,
        response: { 204: NoContent, ...ERRORS },
      },
    },
    async ({ params }, reply) => {
      const { id } = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      await removeEvent(db, DEFAULT_SHOP, id);
      return reply.code(204).send(null);
    },
  );
};

const UNSAID = {
  description: null,
  channel_arn: null,
  poster: null,
  starts_at: null,
  replay_offers: false,
  listed: true,
} as const;

async function checkChannel(handle: Handle, { channelArn }: EventChangeBody): Promise<void> {
  if (typeof channelArn === 'string') await readChannel(handle, DEFAULT_SHOP, channelArn);
}
