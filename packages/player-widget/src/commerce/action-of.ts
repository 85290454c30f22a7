import type { Product } from '@vitrine/product-cues';
import { isSoldOut } from './availability.ts';

export type ProductAction = 'add' | 'choose' | 'similar';

/** What the one button of a product does. Adding is possible only where nothing has to be chosen. */
export function actionOf(product: Product): ProductAction {
  if (isSoldOut(product)) return 'similar';
  return (product.variants?.length ?? 0) > 1 ? 'choose' : 'add';
}
