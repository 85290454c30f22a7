import { requireAdminKey } from '../secrets.ts';
import type { Routes } from '../app-type.ts';
import { channelRoutes } from './channels.ts';
import { eventRoutes } from './events.ts';
import { highlightRoutes } from './highlights.ts';
import { productRoutes } from './products.ts';
import { recordingRoutes } from './recordings.ts';

/** A host may highlight several times a second; whoever guesses keys shall not. */
const LIMIT = { max: 1_200, timeWindow: '1 minute' };

/** What the shop's own staff and servers may do, with the admin key. */
export const adminRoutes: Routes = async (app, { services }) => {
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, security: [{ adminKey: [] }] };
  });
  app.addHook('onRequest', app.rateLimit(LIMIT));
  app.addHook('onRequest', requireAdminKey(services.config.adminKey));
  for (const routes of [channelRoutes, productRoutes, eventRoutes, highlightRoutes, recordingRoutes]) {
    await app.register(routes, { services });
  }
};
