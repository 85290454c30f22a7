import { readFile } from 'node:fs/promises';
import type { Product } from '@vitrine/product-cues';
import type { AdminClient } from './admin-client.ts';

/** An event of the demo, as the service knows it. */
export interface SeededEvent {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly cueKey: string;
  readonly channelArn: string;
}

interface Seed {
  readonly slug: string;
  readonly title: string;
  readonly cueKey: string;
  readonly description: string;
  readonly currency: string;
  /** Path under the shop. */
  readonly poster: string;
}

/** The event of the seed goes on air; its dress rehearsal has been recorded. */
export interface SeedEvents {
  readonly live: Seed;
  readonly recorded: Seed;
}

export async function readSeedEvents(): Promise<SeedEvents> {
  const text = await readFile(new URL('seed/event.json', import.meta.url), 'utf8');
  const live: Seed = { ...(JSON.parse(text) as Omit<Seed, 'poster'>), poster: '/media/poster.jpg' };
  const recorded = {
    ...live,
    slug: `${live.slug}-preview`,
    title: `${live.title}: the preview evening`,
    cueKey: `${live.cueKey}p`,
    poster: '/media/poster-preview.jpg',
  };
  return { live, recorded };
}

export async function seedProducts(admin: AdminClient, products: readonly Product[]): Promise<void> {
  for (const product of products) await admin.request('POST', '/v1/admin/products', product);
}

interface EventWishes {
  readonly channel: { readonly arn: string; readonly name: string };
  readonly products: readonly Product[];
  readonly shopUrl: string;
  /** ISO 8601. */
  readonly startsAt: string;
}

/** Makes the channel known and the event that runs on it. */
export async function seedEvent(
  admin: AdminClient,
  seed: Seed,
  { channel, products, shopUrl, startsAt }: EventWishes,
): Promise<SeededEvent> {
  await admin.request('POST', '/v1/admin/channels', channel);
  const { slug, title, cueKey, description, currency } = seed;
  const event = (await admin.request('POST', '/v1/admin/events', {
    slug,
    title,
    cueKey,
    description,
    currency,
    channelArn: channel.arn,
    products: products.map(({ id }) => id),
    poster: new URL(seed.poster, shopUrl).href,
    startsAt,
  })) as { readonly id: string };
  return { id: event.id, slug, title, cueKey, channelArn: channel.arn };
}
