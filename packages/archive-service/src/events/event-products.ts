import type { Product } from '@vitrine/product-cues';
import type { Handle } from '../database/tables.ts';
import { ServiceError } from '../errors.ts';

/** The products of several events, each in its event's own order. */
export async function productsOfEvents(
  handle: Handle,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Product[]>> {
  const products = new Map<string, Product[]>(eventIds.map((id) => [id, []]));
  if (eventIds.length === 0) return products;
  const rows = await handle
    .selectFrom('event_products')
    .innerJoin('products', (join) =>
      join
        .onRef('products.shop', '=', 'event_products.shop')
        .onRef('products.id', '=', 'event_products.product_id'),
    )
    .select(['event_products.event_id', 'products.product'])
    .where('event_products.event_id', 'in', eventIds)
    .orderBy('event_products.place')
    .execute();
  for (const { event_id, product } of rows) products.get(event_id)?.push(product);
  return products;
}

/** When the shop last changed one of the event's products; `null` when it has none. */
export async function changesOfProducts(handle: Handle, eventId: string): Promise<Date | null> {
  const { changed } = await handle
    .selectFrom('event_products')
    .innerJoin('products', (join) =>
      join
        .onRef('products.shop', '=', 'event_products.shop')
        .onRef('products.id', '=', 'event_products.product_id'),
    )
    .select(({ fn }) => fn.max('products.updated_at').as('changed'))
    .where('event_products.event_id', '=', eventId)
    .executeTakeFirstOrThrow();
  return changed;
}

/** The events that show a product of the shop. */
export async function eventsWithProduct(
  handle: Handle,
  shop: string,
  productId: string,
): Promise<readonly string[]> {
  const rows = await handle
    .selectFrom('event_products')
    .select('event_id')
    .where('shop', '=', shop)
    .where('product_id', '=', productId)
    .execute();
  return rows.map(({ event_id }) => event_id);
}

/**
 * Makes these the event's products, in this order.
 * @throws ServiceError `BAD_REQUEST`, naming those that the shop does not have
 */
export async function setEventProducts(
  handle: Handle,
  shop: string,
  eventId: string,
  productIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(productIds)];
  await handle.deleteFrom('event_products').where('event_id', '=', eventId).execute();
  if (ids.length === 0) return;
  const known = await handle
    .selectFrom('products')
    .select('id')
    .where('shop', '=', shop)
    .where('id', 'in', ids)
    .execute();
  const missing = ids.filter((id) => !known.some((row) => row.id === id));
  if (missing.length > 0) {
    throw new ServiceError(
      'BAD_REQUEST',
      `products: the shop has no ${missing.map((id) => JSON.stringify(id)).join(', ')}.`,
    );
  }
  await handle
    .insertInto('event_products')
    .values(ids.map((product_id, place) => ({ event_id: eventId, shop, product_id, place })))
    .execute();
}
