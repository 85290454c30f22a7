import type { Product } from '../catalogue/product.ts';
import type { TimedCue } from '../timeline/timeline.ts';

/** A cue at a time; in-band unless told otherwise. */
export function cueAt(time: number, n: number, more: Partial<TimedCue> = {}): TimedCue {
  return { n, show: [`product-${n}`], time, origin: 'in-band', ...more };
}

export function createProduct(more: Partial<Product> = {}): Product {
  return {
    id: 'mug',
    sku: 'M-1',
    title: 'Mug',
    url: 'https://shop.example/mug',
    images: ['https://shop.example/mug.jpg'],
    price: { amount: 2400, currency: 'EUR' },
    availability: 'in_stock',
    ...more,
  };
}

export function createEventJson(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'spring-drop',
    slug: 'spring-drop-2026',
    shop: 'default',
    title: 'Spring drop',
    status: 'live',
    currency: 'EUR',
    cueKey: 'sd26',
    startsAt: '2026-03-05T08:00:00.000Z',
    playback: { type: 'live', url: 'https://ivs.example/master.m3u8' },
    products: [createProduct()],
    liveStateUrl: 'https://api.example/v1/events/spring-drop/live.json',
    updatedAt: '2026-03-05T08:07:09.250Z',
    ...more,
  };
}
