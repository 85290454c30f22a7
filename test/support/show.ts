import { readSeedProducts } from '../../demo/seed-catalogue.ts';
import type { System } from './system.ts';
import { until } from './until.ts';

/** A show on a channel of its own: what every test of the whole path begins with. */
export interface Show {
  readonly arn: string;
  readonly eventId: string;
  readonly slug: string;
}

export interface ShowOptions {
  readonly slug: string;
  readonly cueKey?: string;
}

/** Products (once for each system), channel and event, made through the admin API as an operator would. */
export async function createShow(
  system: System,
  { slug, cueKey = slug.slice(0, 12) }: ShowOptions,
): Promise<Show> {
  const { admin, ivs } = system;
  const products = await readSeedProducts();
  for (const product of products) {
    const absolute = {
      ...product,
      url: new URL(product.url, 'https://shop.example').href,
      images: product.images.map((image) => new URL(image, system.cdn.url).href),
    };
    await admin.request('PUT', `/v1/admin/products/${product.id}`, absolute);
  }
  const { arn } = await ivs.createChannel(slug);
  await admin.request('POST', '/v1/admin/channels', { arn, name: slug });
  const event = (await admin.request('POST', '/v1/admin/events', {
    slug,
    title: 'Spring table',
    currency: 'EUR',
    cueKey,
    channelArn: arn,
    startsAt: new Date().toISOString(),
    products: products.map(({ id }) => id),
  })) as { id: string };
  return { arn, eventId: event.id, slug };
}

/** The event as the public sees it. */
export async function readEvent(system: System, idOrSlug: string): Promise<Record<string, unknown>> {
  const response = await fetch(`${system.service.url}/v1/events/${idOrSlug}`);
  if (!response.ok) throw new Error(`the event answered ${response.status}`);
  return (await response.json()) as Record<string, unknown>;
}

export function untilStatus(system: System, show: Show, status: string, withinMs = 60_000): Promise<unknown> {
  return until(
    `the event is ${status}`,
    async () => {
      const event = await readEvent(system, show.eventId);
      return event['status'] === status && event;
    },
    withinMs,
  );
}
