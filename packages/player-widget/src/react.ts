import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { VitrinePlayer as PlayerElement } from './index.ts';
import { defineOnce } from './internal/define-once.ts';

defineOnce('vitrine-player', PlayerElement);

type Events = GlobalEventHandlersEventMap;

/** `<vitrine-player>` for React: its properties and attributes are props, its events are `onVitrine…`, its ref is the element. */
export const VitrinePlayer = createComponent({
  react: React,
  tagName: 'vitrine-player',
  elementClass: PlayerElement,
  displayName: 'VitrinePlayer',
  events: {
    onVitrineReady: 'vitrine-ready' as EventName<Events['vitrine-ready']>,
    onVitrineError: 'vitrine-error' as EventName<Events['vitrine-error']>,
    onVitrineStreamEnded: 'vitrine-stream-ended' as EventName<Events['vitrine-stream-ended']>,
    onVitrineProductsChanged: 'vitrine-products-changed' as EventName<Events['vitrine-products-changed']>,
    onVitrineProductImpression: 'vitrine-product-impression' as EventName<
      Events['vitrine-product-impression']
    >,
    onVitrineCartChanged: 'vitrine-cart-changed' as EventName<Events['vitrine-cart-changed']>,
    onVitrineProductOpen: 'vitrine-product-open' as EventName<Events['vitrine-product-open']>,
    onVitrineAddToCart: 'vitrine-add-to-cart' as EventName<Events['vitrine-add-to-cart']>,
    onVitrineCheckout: 'vitrine-checkout' as EventName<Events['vitrine-checkout']>,
  },
});

/** The element itself, as a ref holds it. */
export type VitrinePlayerElement = PlayerElement;
