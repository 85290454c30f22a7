import { Type } from 'typebox';
import type { Routes } from './app-type.ts';
import { ERRORS } from './schemas.ts';

/**
 * For Prometheus. Open like the health routes, since there are only counts in it, and nothing of a shop; asked for often, it asks the database every
 * few seconds only. Who wants to keep it inside closes the path in the proxy.
 */
export const metricsRoutes: Routes = async (app, { services: { metrics } }) => {
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'readMetrics',
        tags: ['operation'],
        summary:
          'Counts of notifications, recordings, jobs and what sweeps found, in Prometheus’s text format',
        response: { 200: Type.String(), ...ERRORS },
      },
    },
    async (_request, reply) => {
      const text = await metrics.text();
      return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text);
    },
  );
};
