import type { Product } from '@vitrine/product-cues';
import type { Cart } from '../../commerce/cart-adapter.ts';
import type { VitrineRequests } from '../../commerce/product-requests.ts';
import type { PlayerErrorCode } from '../../media/player-error.ts';

/** Of the picture on screen. */
export interface Times {
  /** Seconds. */
  readonly mediaTime: number;
  /** Epoch milliseconds of the picture; `undefined` where unknown. */
  readonly programTime: number | undefined;
}

interface ProductsDetail extends Times {
  /** In shown order, the main product first. */
  readonly products: readonly Product[];
}

interface ImpressionDetail extends Times {
  readonly product: Product;
}

/** What the widget tells the page; facts cannot be cancelled. */
export interface VitrineFacts {
  'vitrine-ready': { readonly engine: string };
  'vitrine-error': { readonly code: PlayerErrorCode; readonly message: string; readonly fatal: boolean };
  'vitrine-stream-ended': null;
  'vitrine-products-changed': ProductsDetail;
  'vitrine-product-impression': ImpressionDetail;
  'vitrine-cart-changed': { readonly cart: Cart };
}

export function tell<Name extends keyof VitrineFacts>(
  target: EventTarget,
  name: Name,
  detail: VitrineFacts[Name],
): void {
  target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

type Events<Details> = { [Name in keyof Details]: CustomEvent<Details[Name]> };

declare global {
  /** They bubble and cross shadow roots: heard on the element, on what it lies in, on the document and on the window. */
  interface GlobalEventHandlersEventMap extends Events<VitrineFacts>, Events<VitrineRequests> {}
}
