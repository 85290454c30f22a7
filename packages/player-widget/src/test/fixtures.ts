import type { LiveEvent, Product } from '@vitrine/product-cues';

export function product(id: string, change: Partial<Product> = {}): Product {
  return {
    id,
    sku: `SKU-${id}`,
    title: `Product ${id}`,
    url: `https://shop.example/products/${id}`,
    images: [],
    price: { amount: 1900, currency: 'EUR' },
    availability: 'in_stock',
    ...change,
  };
}

export function event(change: Partial<LiveEvent> = {}): LiveEvent {
  return {
    id: 'spring',
    slug: 'spring',
    shop: 'default',
    title: 'Spring table',
    status: 'archived',
    currency: 'EUR',
    playback: { type: 'archive', url: 'https://cdn.example/none.m3u8', duration: 1320, captions: false },
    products: [product('mug'), product('lamp')],
    updatedAt: '2026-03-05T08:00:00Z',
    ...change,
  };
}
