import fastifyHelmet from '@fastify/helmet';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify from 'fastify';
import type { Product } from '@vitrine/product-cues';
import { assetsRoutes } from './assets-routes.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { demoApi } from './demo-api.ts';
import type { EventDesk } from './event-desk.ts';
import { createEventsList } from './events-list.ts';
import { frameworkRoutes } from './framework-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { stateRoutes } from './states/state-routes.ts';
import type { Studio } from './states/studio.ts';
import { themeRoutes } from './theme-routes.ts';

export interface ShopOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly products: readonly Product[];
  readonly desk: EventDesk;
  /** Live streams for the gallery of states. */
  readonly studio: Studio;
  /** The other origins, without a slash at the end. */
  readonly serviceUrl: string;
  readonly cdnUrl: string;
  readonly ivsUrl: string;
}

export interface Shop {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the retailer's own server. It knows the service only by its address, as any shop would. */
export async function startShop({ port, products, desk, studio, ...origins }: ShopOptions): Promise<Shop> {
  const app = fastify({
    logger: { level: 'warn' },
    forceCloseConnections: true,
    // A body must be what it should be, not what it might be turned into.
    ajv: { customOptions: { coerceTypes: false } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  const events = createEventsList(origins.serviceUrl);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(origins) },
    // The player may sit on other pages too, and shows the products' pictures there.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: false,
  });
  await app.register(assetsRoutes);
  await app.register(demoApi, { prefix: '/demo-api', desk, events });
  const context = { products, ...origins };
  await app.register(frameworkRoutes, { events, context });
  await app.register(themeRoutes, { events, context });
  await app.register(pageRoutes, { events, context });
  await app.register(stateRoutes, { prefix: '/states', events, context, origins, studio });
  // Both of localhost's addresses, whichever a browser tries first.
  const address = await app.listen({ port, host: 'localhost' });
  return { url: `http://localhost:${new URL(address).port}`, close: () => app.close() };
}
