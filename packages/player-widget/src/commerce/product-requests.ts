import type { Product, Variant } from '@vitrine/product-cues';
import { safeUrl } from '../internal/safe-url.ts';

/** Detail of a request event. `mediaTime` is in seconds; `url` is the product's page, `undefined` when it has no usable one. */
export interface ProductRequest {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly quantity: number;
  readonly mediaTime: number;
  readonly url: string | undefined;
}

export type ProductRequestType = 'vitrine-product-open' | 'vitrine-add-to-cart';

/**
 * Asks the page; if nobody cancels, the product's own page opens in a new tab.
 * A page that has a cart cancels `vitrine-add-to-cart` and takes over.
 */
export function requestProduct(
  target: EventTarget,
  type: ProductRequestType,
  product: Product,
  mediaTime: number,
): void {
  const url = safeUrl(product.url, document.baseURI);
  const detail: ProductRequest = { product, variant: onlyVariant(product), quantity: 1, mediaTime, url };
  const request = new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail });
  if (target.dispatchEvent(request) && url) window.open(url, '_blank', 'noopener');
}

/** With one variant there is nothing to choose. */
function onlyVariant(product: Product): Variant | undefined {
  return product.variants?.length === 1 ? product.variants[0] : undefined;
}

export type ProductAction = 'add' | 'choose' | 'similar';

/** What the one button of a product does. Adding is possible only where nothing has to be chosen. */
export function actionOf(product: Product): ProductAction {
  if (product.availability === 'out_of_stock') return 'similar';
  return (product.variants?.length ?? 0) > 1 ? 'choose' : 'add';
}
