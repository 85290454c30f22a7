import { Type } from 'typebox';
import { NOTIFICATION } from '../notifications/notification.ts';
import { requireNotificationSecret } from './secrets.ts';
import type { Routes } from './app-type.ts';
import { ERRORS } from './schemas.ts';

/** Bytes: more than EventBridge sends, and what does not fit is refused for good. */
const BODY_LIMIT = 1024 * 1024;

/**
 * The door for EventBridge's API destinations. What it tries again is 401, 407, 409, 429 and every 5xx; all else is final, so that only what
 * will never be a notification is answered with such a status.
 */
export const notificationRoutes: Routes = async (app, { services: { config, intake, metrics } }) => {
  // A connection may be set up with another content type; what is in the body is JSON all the same.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('*', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));

  app.post(
    '/v1/notifications/eventbridge',
    {
      bodyLimit: BODY_LIMIT,
      onRequest: requireNotificationSecret(app, config.notificationSecret),
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
      const taken = await metrics.count('http', () => intake.take(request.body));
      return reply.code(202).send(taken);
    },
  );
};
