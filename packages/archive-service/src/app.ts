import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { docsPlugin } from './plugins/docs.ts';
import { answerFrameworkError, errorsPlugin } from './plugins/errors.ts';
import { hardeningPlugin } from './plugins/hardening.ts';
import { adminRoutes } from './routes/admin/index.ts';
import { healthRoutes } from './routes/health.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { publicRoutes } from './routes/public/index.ts';
import type { Services } from './services.ts';

/** Bytes; an event or a product with all its variants, and room. */
const BODY_LIMIT = 1024 * 1024;

export type App = FastifyInstance;

/** The HTTP side of the service: plugins, then routes. It opens nothing and closes nothing: that is what `services` are for. */
export async function buildApp(services: Services): Promise<App> {
  const app = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    frameworkErrors: answerFrameworkError,
    requestTimeout: 30_000,
    // Keep-alive connections of players and CDNs must not hold up a shutdown.
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    ajv: {
      // A body is what it says: "1" is no number, and a field that we do not know is no error.
      customOptions: { coerceTypes: false, removeAdditional: false, allErrors: false },
    },
  }).withTypeProvider<TypeBoxTypeProvider>();

  await app.register(errorsPlugin);
  await app.register(docsPlugin);
  await app.register(hardeningPlugin);

  const options = { services };
  await app.register(healthRoutes, options);
  await app.register(metricsRoutes, options);
  await app.register(notificationRoutes, options);
  await app.register(adminRoutes, { ...options, prefix: '/v1/admin' });
  await app.register(publicRoutes, options);
  return app;
}
