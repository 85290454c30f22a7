import {
  LIVE_EVENT_SCHEMA,
  LIVE_STATE_SCHEMA,
  PRODUCT_CUE_SCHEMA,
  PRODUCT_SCHEMA,
  TIMELINE_SCHEMA,
} from '@vitrine/product-cues/schemas';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS } from '../schemas.ts';

const SCHEMAS: ReadonlyMap<string, object> = new Map<string, object>([
  ['event', LIVE_EVENT_SCHEMA],
  ['live-state', LIVE_STATE_SCHEMA],
  ['product', PRODUCT_SCHEMA],
  ['product-cue', PRODUCT_CUE_SCHEMA],
  ['timeline', TIMELINE_SCHEMA],
]);

/** The JSON Schemas of what the service and its archives hand out. */
export const schemaRoutes: Routes = async (app) => {
  app.get(
    '/v1/schemas/:name',
    {
      schema: {
        operationId: 'readSchema',
        tags: ['public'],
        summary: `A JSON Schema: ${[...SCHEMAS.keys()].join(', ')}`,
        params: Type.Object({ name: Type.String({ maxLength: 80 }) }),
        response: { 200: Type.Object({}, { additionalProperties: true }), ...ERRORS },
      },
    },
    async (request, reply) => {
      const schema = SCHEMAS.get(request.params.name);
      if (!schema)
        throw new ServiceError(
          'SCHEMA_NOT_FOUND',
          `There is no schema of this name; there are ${[...SCHEMAS.keys()].join(', ')}.`,
        );
      reply.header('cache-control', 'public, max-age=3600');
      return schema;
    },
  );
};
