import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { contentSecurityPolicy, type Origins } from '../content-security-policy.ts';
import type { PageContext } from '../page-context.ts';
import { indexPage } from './pages/index-page.ts';
import { stagePage } from './pages/stage-page.ts';
import { statePage } from './pages/state-page.ts';
import { VIEWPORTS } from './viewports.ts';
import { channelOf, findState } from './states.ts';
import type { Studio } from './studio.ts';
import type { Visits } from './visits.ts';

interface StatePagesOptions {
  readonly context: PageContext;
  readonly origins: Origins;
  readonly studio: Studio;
  readonly visits: Visits;
}

const STATE = {
  params: Type.Object({ id: Type.String({ maxLength: 100 }) }),
  querystring: Type.Object({ viewport: Type.Optional(Type.String({ maxLength: 20 })) }),
};

/** The gallery: a list of all states, and for each a page with the player in that state at the size of some device. */
export const statePageRoutes: FastifyPluginAsyncTypebox<StatePagesOptions> = async (app, options) => {
  const { context, origins, studio, visits } = options;
  // The stage stands in a frame of the state's page, and in nobody else's.
  const directives = {
    ...contentSecurityPolicy(origins),
    'frame-src': ["'self'"],
    'frame-ancestors': ["'self'"],
  };
  const helmet = { contentSecurityPolicy: { useDefaults: false, directives } };
  app.addHook('onRequest', async (_, reply) => {
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
  });

  app.get('/', { helmet }, async () => indexPage(context));

  app.get('/:id', { schema: STATE, helmet }, async ({ params, query }, reply) => {
    const state = findState(params.id);
    const viewport = VIEWPORTS.find(({ name }) => name === query.viewport) ?? VIEWPORTS[0];
    return state ? statePage(state, viewport) : reply.callNotFound();
  });

  app.get('/:id/stage', { schema: STATE, helmet }, async ({ params: { id } }, reply) => {
    const state = findState(id);
    if (!state) return reply.callNotFound();
    // Also after the last visitor has cut it.
    if (state.phases.some(({ needsAir }) => needsAir)) await studio.goOnAir(channelOf(state));
    return stagePage(state, visits.begin(), context);
  });
};
