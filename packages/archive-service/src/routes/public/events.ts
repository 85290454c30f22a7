import { Type } from 'typebox';
import { listEvents, readPublicEvent } from '../../events/events-repository.ts';
import { presentEvent, presentEvents } from '../../events/present-event.ts';
import { readCurrentState } from '../../highlights/live-state.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { basesOf } from '../bases.ts';
import { ERRORS, Event, EventParams, LiveStateBody, Status } from '../schemas.ts';
import { readCursor, writeCursor } from './cursor.ts';

const PAGE = 20;

/** Soon enough for a shop page to notice that its event has begun. */
const SHORTLY = 'public, max-age=5, stale-while-revalidate=30';
/** A highlight is looked for every second or two: the CDN takes that load. */
const ON_AIR = 'public, max-age=1';

export const eventRoutes: Routes = async (app, { services: { config, db } }) => {
  app.get(
    '/v1/events',
    {
      schema: {
        operationId: 'listEvents',
        tags: ['public'],
        summary: 'The events of a shop, the newest first',
        querystring: Type.Object({
          shop: Type.String({ default: DEFAULT_SHOP, maxLength: 80 }),
          status: Type.Optional(Status),
          cursor: Type.Optional(
            Type.String({ maxLength: 200, description: 'The `next` of the page before.' }),
          ),
        }),
        response: {
          200: Type.Object({ events: Type.Array(Event), next: Type.Optional(Type.String()) }),
          ...ERRORS,
        },
      },
    },
    async (request, reply) => {
      const { shop, status, cursor } = request.query;
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const rows = await listEvents(db, { shop, status, after, unlisted: false, limit: PAGE + 1 });
      const page = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? page.at(-1) : undefined;
      const events = await presentEvents(db, page, basesOf(config, request));
      reply.header('cache-control', SHORTLY);
      return { events, ...(last && { next: writeCursor({ createdAt: last.created_at, id: last.id }) }) };
    },
  );

  app.get(
    '/v1/events/:event',
    {
      schema: {
        operationId: 'readEvent',
        tags: ['public'],
        summary: 'An event: its state, its products and what there is to play',
        params: EventParams,
        response: { 200: Event, ...ERRORS },
      },
    },
    async (request, reply) => {
      const row = await readPublicEvent(db, request.params.event);
      reply.header('cache-control', SHORTLY);
      return presentEvent(db, row, basesOf(config, request));
    },
  );

  app.get(
    '/v1/events/:event/live.json',
    {
      schema: {
        operationId: 'readLiveState',
        tags: ['public'],
        summary: 'What is on air now',
        params: EventParams,
        response: { 200: LiveStateBody, ...ERRORS },
      },
    },
    async (request, reply) => {
      const row = await readPublicEvent(db, request.params.event);
      reply.header('cache-control', ON_AIR);
      return readCurrentState(db, row, new Date());
    },
  );
};
