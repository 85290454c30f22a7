import type { LiveEvent, Playback, Product } from '@vitrine/product-cues';
import type { PublishedLinks } from '../database/documents.ts';
import type { EventRow, Handle } from '../database/tables.ts';
import { archivedEvent } from './archived-event.ts';
import { productsOfEvents } from './event-products.ts';

/** Where the service's own JSON says that things are; both without a slash at the end. */
export interface Bases {
  /** This service, as the request reached it. */
  readonly service: string;
  /** The published store: the CDN, or this service's /media. */
  readonly media: string;
}

/** Rows as public JSON, with absolute URLs. */
export async function presentEvents(
  handle: Handle,
  rows: readonly EventRow[],
  bases: Bases,
): Promise<LiveEvent[]> {
  const ids = rows.map(({ id }) => id);
  const products = await productsOfEvents(handle, ids);
  const playbackUrls = await livePlaybackUrls(handle, rows);
  return rows.map((row) =>
    present(row, products.get(row.id) ?? [], playbackUrls.get(row.channel_arn ?? ''), bases),
  );
}

export async function presentEvent(handle: Handle, row: EventRow, bases: Bases): Promise<LiveEvent> {
  const products = await productsOfEvents(handle, [row.id]);
  const playbackUrls = await livePlaybackUrls(handle, [row]);
  return present(row, products.get(row.id) ?? [], playbackUrls.get(row.channel_arn ?? ''), bases);
}

function present(
  row: EventRow,
  products: readonly Product[],
  livePlaybackUrl: string | undefined,
  bases: Bases,
): LiveEvent {
  const event = describeEvent(row, products);
  if (row.status === 'archived' && row.archive) {
    return archivedEvent({ ...event, playback: null }, absoluteLinks(row.id, row.archive, bases));
  }
  const playback: Playback | null =
    row.status === 'live' && livePlaybackUrl !== undefined ? { type: 'live', url: livePlaybackUrl } : null;
  // While nothing is published, what the shop says may change at any time; live.json tells when it did.
  const updatedAt = new Date(Math.max(row.updated_at.getTime(), row.catalogue_at.getTime())).toISOString();
  return { ...event, updatedAt, playback, liveStateUrl: `${bases.service}/v1/events/${row.id}/live.json` };
}

/** What of an event does not depend on where it is served from. */
export function describeEvent(row: EventRow, products: readonly Product[]): Omit<LiveEvent, 'playback'> {
  return {
    id: row.id,
    slug: row.slug,
    shop: row.shop,
    title: row.title,
    ...(row.description !== null && { description: row.description }),
    status: row.status,
    currency: row.currency,
    ...(row.cue_key !== null && { cueKey: row.cue_key }),
    ...(row.starts_at && { startsAt: row.starts_at.toISOString() }),
    ...(row.started_at && { startedAt: row.started_at.toISOString() }),
    ...(row.ended_at && row.status !== 'live' && { endedAt: row.ended_at.toISOString() }),
    ...(row.poster !== null && { poster: row.poster }),
    products,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** The published URLs are relative to the pointer `v1/events/{id}`. */
function absoluteLinks(id: string, links: PublishedLinks, bases: Bases): PublishedLinks {
  const absolute = (relative: string): string => new URL(relative, `${bases.media}/v1/events/${id}`).href;
  const { playback, timelineUrl, poster } = links;
  const { url, starter, thumbnailsUrl, chaptersUrl } = playback;
  return {
    ...links,
    playback: {
      ...playback,
      url: absolute(url),
      ...(thumbnailsUrl !== undefined && { thumbnailsUrl: absolute(thumbnailsUrl) }),
      ...(chaptersUrl !== undefined && { chaptersUrl: absolute(chaptersUrl) }),
      ...(starter && {
        starter: {
          ...starter,
          video: { ...starter.video, url: absolute(starter.video.url) },
          ...(starter.audio && { audio: { ...starter.audio, url: absolute(starter.audio.url) } }),
        },
      }),
    },
    ...(timelineUrl !== undefined && { timelineUrl: absolute(timelineUrl) }),
    ...(poster !== undefined && { poster: absolute(poster) }),
  };
}

async function livePlaybackUrls(
  handle: Handle,
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, string>> {
  const arns = rows.flatMap(({ status, channel_arn }) =>
    status === 'live' && channel_arn ? [channel_arn] : [],
  );
  if (arns.length === 0) return new Map();
  const channels = await handle
    .selectFrom('channels')
    .select(['arn', 'playback_url'])
    .where('arn', 'in', arns)
    .execute();
  return new Map(channels.map(({ arn, playback_url }) => [arn, playback_url]));
}
