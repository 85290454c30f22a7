import { Type } from 'typebox';
import { NOTIFICATION } from '../notifications/notification.ts';
import { takeNotification } from '../notifications/take-notification.ts';
import { requireNotificationSecret } from './secrets.ts';
import type { Routes } from './app-type.ts';
import { ERRORS } from './schemas.ts';

/** Bytes; EventBridge allows no more. */
const BODY_LIMIT = 256 * 1024;

/** EventBridge tries what is refused here again; a storm of true notifications is far below it, a guesser far above. */
const LIMIT = { max: 3_000, timeWindow: '1 minute' };

/** The door for EventBridge's API destinations. */
export const notificationRoutes: Routes = async (app, { services: { config, db, jobs } }) => {
  app.post(
    '/v1/notifications/eventbridge',
    {
      bodyLimit: BODY_LIMIT,
      onRequest: [app.rateLimit(LIMIT), requireNotificationSecret(config.notificationSecret)],
      // The notification checks itself: its doors are several, and all answer alike.
      attachValidation: true,
      schema: {
        operationId: 'takeNotification',
        tags: ['notifications'],
        summary: 'Takes a notification of Amazon IVS, as EventBridge sends it; answers once it is stored',
        security: [{ notificationSecret: [] }],
        body: NOTIFICATION,
        response: {
          202: Type.Object({
            id: Type.String(),
            known: Type.Boolean({ description: 'Whether it had been sent before.' }),
          }),
          ...ERRORS,
        },
      },
    },
    async (request, reply) => {
      const taken = await takeNotification(db, jobs, request.body, new Date());
      return reply.code(202).send(taken);
    },
  );
};
