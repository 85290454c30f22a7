import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Origins } from '../content-security-policy.ts';
import type { EventsList } from '../events-list.ts';
import type { PageContext } from '../page-context.ts';
import { statePageRoutes } from './page-routes.ts';
import { stateServiceRoutes } from './service-routes.ts';
import type { Studio } from './studio.ts';
import { Visits } from './visits.ts';
import { stateWidgetRoutes } from './widget-routes.ts';

interface StateRoutesOptions {
  readonly events: EventsList;
  readonly context: PageContext;
  readonly origins: Origins;
  readonly studio: Studio;
}

/** The gallery of states: its pages, and the small services that these pages' players ask. */
export const stateRoutes: FastifyPluginAsyncTypebox<StateRoutesOptions> = async (app, options) => {
  const { events, context, origins, studio } = options;
  const visits = new Visits();
  await app.register(statePageRoutes, { context, origins, studio, visits });
  await app.register(stateServiceRoutes, { events, serviceUrl: context.serviceUrl, studio, visits });
  await app.register(stateWidgetRoutes, { cdnUrl: context.cdnUrl });
};
