import { readSeedProducts } from '../../demo/seed-catalogue.ts';
import { startShop, type Shop } from '../../demo/shop/start-shop.ts';
import type { System } from './system.ts';

/** The demo's shop on a free port, for the pages that need no studio and no host. */
export async function startDemoShop({ service, cdn, ivs }: System): Promise<Shop> {
  return startShop({
    port: 0,
    products: await readSeedProducts(),
    studio: { playlist: async () => '', goOnAir: async () => undefined, cut: async () => undefined },
    desk: { host: undefined, highlight: async () => undefined, end: async () => undefined },
    serviceUrl: service.url,
    cdnUrl: cdn.url,
    ivsUrl: ivs.url,
  });
}
