import type { Product } from '@vitrine/product-cues';
import { sql } from 'kysely';
import { jsonb } from '../database/json.ts';
import type { Handle } from '../database/tables.ts';
import { isDuplicate } from '../database/violation.ts';
import { ServiceError } from '../errors.ts';

const PAGE = 100;

/** The shop's products in the order of their ids, from after the id that is given. */
export async function listProducts(handle: Handle, shop: string, after = ''): Promise<readonly Product[]> {
  const rows = await handle
    .selectFrom('products')
    .select('product')
    .where('shop', '=', shop)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE)
    .execute();
  return rows.map(({ product }) => product);
}

/** @throws ServiceError `PRODUCT_NOT_FOUND` */
export async function readProduct(handle: Handle, shop: string, id: string): Promise<Product> {
  const row = await handle
    .selectFrom('products')
    .select('product')
    .where('shop', '=', shop)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw productNotFound(id);
  return row.product;
}

/** @throws ServiceError `ALREADY_EXISTS` */
export async function createProduct(
  handle: Handle,
  shop: string,
  product: Product,
  now: Date,
): Promise<void> {
  try {
    await handle
      .insertInto('products')
      .values({ shop, id: product.id, product: jsonb(product), updated_at: now })
      .execute();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new ServiceError('ALREADY_EXISTS', `There is a product ${JSON.stringify(product.id)} already.`, {
      cause: error,
    });
  }
}

/**
 * Creates the product, or puts it in the place of the one with its id.
 * @returns whether that changes anything: shops send their whole catalogue again and again
 */
export async function putProduct(
  handle: Handle,
  shop: string,
  product: Product,
  now: Date,
): Promise<boolean> {
  const values = { product: jsonb(product), updated_at: now };
  const { numInsertedOrUpdatedRows = 0n } = await handle
    .insertInto('products')
    .values({ shop, id: product.id, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['shop', 'id'])
        .doUpdateSet(values)
        .where(sql<boolean>`products.product IS DISTINCT FROM excluded.product`),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** Removes the product, also from the events that show it. @throws ServiceError `PRODUCT_NOT_FOUND` */
export async function removeProduct(handle: Handle, shop: string, id: string): Promise<void> {
  const { numDeletedRows } = await handle
    .deleteFrom('products')
    .where('shop', '=', shop)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw productNotFound(id);
}

function productNotFound(id: string): ServiceError {
  return new ServiceError('PRODUCT_NOT_FOUND', `There is no product ${JSON.stringify(id)}.`);
}
