import type { Product, Variant } from '@vitrine/product-cues';
import { safeUrl } from '../internal/safe-url.ts';
import type { Cart } from './cart-adapter.ts';
import { onlyVariant } from './only-variant.ts';

/** Detail of a request event. `mediaTime` is in seconds; `url` is the product's page, `undefined` when it has no usable one. */
export interface ProductRequest {
  readonly product: Product;
  readonly variant: Variant | undefined;
  readonly quantity: number;
  readonly mediaTime: number;
  readonly url: string | undefined;
}

export interface CheckoutRequest {
  readonly cart: Cart;
  readonly mediaTime: number;
  /** Where the cart is paid for; `undefined` where it does not say. */
  readonly url: string | undefined;
}

/** What the widget asks of the page. Each is cancelable: cancelled, the page takes over. */
export interface VitrineRequests {
  'vitrine-product-open': ProductRequest;
  'vitrine-add-to-cart': ProductRequest;
  'vitrine-checkout': CheckoutRequest;
}

export type ProductRequestType = 'vitrine-product-open' | 'vitrine-add-to-cart';

/** What of a product is wanted, where that is not one of its only variant. */
export interface Wish {
  readonly variant?: Variant | undefined;
  readonly quantity?: number;
}

export function productRequest(product: Product, mediaTime: number, wish: Wish = {}): ProductRequest {
  const { variant = onlyVariant(product), quantity = 1 } = wish;
  return { product, variant, quantity, mediaTime, url: safeUrl(product.url, document.baseURI) };
}

/** Asks the page; false when it cancels, and takes over. */
export function askPage<Type extends keyof VitrineRequests>(
  target: EventTarget,
  type: Type,
  detail: VitrineRequests[Type],
): boolean {
  return target.dispatchEvent(
    new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail }),
  );
}

export function openPage(url: string | undefined): void {
  if (url) window.open(url, '_blank', 'noopener');
}
