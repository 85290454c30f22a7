import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Services } from '../services.ts';

/** A folder of routes: a plugin that is given what it works with. */
export type Routes = FastifyPluginAsyncTypebox<{ readonly services: Services }>;
