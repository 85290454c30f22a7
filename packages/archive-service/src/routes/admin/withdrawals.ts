import { Type } from 'typebox';
import type { EventRow } from '../../database/tables.ts';
import { readEventOfShop } from '../../events/events-repository.ts';
import { unpublishEvent } from '../../publishing/withdrawal/unpublish-event.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS, EventParams } from '../schemas.ts';

const OptionalText = Type.Union([Type.String(), Type.Null()]);

const Withdrawal = Type.Object({
  unpublishedAt: OptionalText,
  reason: OptionalText,
  confirmedAt: Type.Union([Type.String(), Type.Null()], {
    description: 'When a listing showed that nothing is left; null: it is still being removed.',
  }),
  left: Type.Union([Type.Integer(), Type.Null()], { description: 'Objects that the last listing showed.' }),
});

export const withdrawalRoutes: Routes = async (app, { services: { db, jobs } }) => {
  app.post(
    '/events/:event/unpublish',
    {
      schema: {
        operationId: 'unpublishEvent',
        tags: ['admin'],
        summary:
          'Removes all that is published of an event, for good: a recall, a legal order. Recordings stay in the bucket of Amazon IVS.',
        params: EventParams,
        body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
        response: { 202: Withdrawal, ...ERRORS },
      },
    },
    async ({ params, body }, reply) => {
      const { id } = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      return reply.code(202).send(present(await unpublishEvent(db, jobs, id, body.reason, new Date())));
    },
  );

  app.get(
    '/events/:event/unpublish',
    {
      schema: {
        operationId: 'readWithdrawal',
        tags: ['admin'],
        summary: 'How far the removal of an unpublished event is',
        params: EventParams,
        response: { 200: Withdrawal, ...ERRORS },
      },
    },
    async ({ params }) => present(await readEventOfShop(db, DEFAULT_SHOP, params.event)),
  );
};

const present = (event: EventRow) => ({
  unpublishedAt: event.unpublished_at?.toISOString() ?? null,
  reason: event.unpublish_reason,
  confirmedAt: event.unpublish_confirmed_at?.toISOString() ?? null,
  left: event.unpublish_left,
});
