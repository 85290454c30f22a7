import { requireAdminKey } from '../secrets.ts';
import type { Routes } from '../app-type.ts';
import { channelRoutes } from './channels.ts';
import { editRoutes } from './edits.ts';
import { eventRoutes } from './events.ts';
import { highlightRoutes } from './highlights.ts';
import { productRoutes } from './products.ts';
import { recordingRoutes } from './recordings.ts';
import { versionRoutes } from './versions.ts';
import { withdrawalRoutes } from './withdrawals.ts';

/** What the shop's own staff and servers may do, with the admin key. */
export const adminRoutes: Routes = async (app, { services }) => {
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, security: [{ adminKey: [] }] };
  });
  app.addHook('onRequest', requireAdminKey(app, services.config.adminKey));
  for (const routes of [
    channelRoutes,
    productRoutes,
    eventRoutes,
    editRoutes,
    versionRoutes,
    withdrawalRoutes,
    highlightRoutes,
    recordingRoutes,
  ]) {
    await app.register(routes, { services });
  }
};
