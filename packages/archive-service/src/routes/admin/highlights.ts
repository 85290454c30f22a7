import { CUE_STATE_PROPERTIES } from '@vitrine/product-cues/schemas';
import type { ProductCue } from '@vitrine/product-cues';
import { Type } from 'typebox';
import { readEventOfShop } from '../../events/events-repository.ts';
import { highlight } from '../../highlights/highlight.ts';
import { listHighlights, type CueState } from '../../highlights/highlights-repository.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS, EventParams } from '../schemas.ts';

const State = Type.Unsafe<CueState>({
  type: 'object',
  description: 'The whole state to be shown from now on. The cue that it makes takes at most 1,024 bytes.',
  properties: CUE_STATE_PROPERTIES,
  required: ['show'],
  additionalProperties: false,
});

const Recorded = Type.Object({
  n: Type.Integer(),
  cue: Type.Unsafe<ProductCue>({ type: 'object', additionalProperties: true }),
  inBand: Type.Enum(['sent', 'queued', 'off-air', 'replaced']),
  programTime: Type.Union([Type.Number(), Type.Null()], {
    description: 'Epoch milliseconds at which Amazon IVS first took it; null: it was never broadcast.',
  }),
  createdAt: Type.String({ format: 'date-time' }),
});

export const highlightRoutes: Routes = async (app, { services: { db, cues } }) => {
  app.post(
    '/events/:event/highlight',
    {
      schema: {
        operationId: 'highlight',
        tags: ['admin'],
        summary: 'Shows these products from now on; answers once that is stored',
        params: EventParams,
        body: State,
        response: {
          200: Type.Object({
            n: Type.Integer({ description: 'The number of this state within the event.' }),
            bytes: Type.Integer({ description: 'Of the cue in UTF-8.' }),
            inBand: Type.Enum(['sent', 'queued', 'off-air']),
          }),
          ...ERRORS,
        },
      },
    },
    async ({ params, body }) => {
      const event = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      return highlight(db, cues, event, body, new Date());
    },
  );

  app.get(
    '/events/:event/highlights',
    {
      schema: {
        operationId: 'listHighlights',
        tags: ['admin'],
        summary: 'The service’s own record of an event’s highlights, by number',
        params: EventParams,
        response: { 200: Type.Object({ highlights: Type.Array(Recorded) }), ...ERRORS },
      },
    },
    async ({ params }) => {
      const { id } = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      const rows = await listHighlights(db, id);
      return {
        highlights: rows.map(({ n, cue, in_band, program_time, created_at }) => ({
          n,
          cue,
          inBand: in_band,
          programTime: program_time,
          createdAt: created_at.toISOString(),
        })),
      };
    },
  );
};
