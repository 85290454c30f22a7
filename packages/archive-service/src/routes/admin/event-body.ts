import { Type, type Static } from 'typebox';
import { ServiceError } from '../../errors.ts';
import type { EventDraft } from '../../events/events-repository.ts';
import { recordedTime } from '../../recordings/recorded-time.ts';
import { Slug, Timestamp } from '../schemas.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const Fields = Type.Object({
  slug: Slug,
  title: Type.String({ minLength: 1, maxLength: 300 }),
  description: nullable(Type.String({ maxLength: 10_000 })),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217.' }),
  cueKey: nullable(
    Type.String({
      pattern: '^[\\x21-\\x7e]{1,12}$',
      description: 'What the event’s cues carry as `e`; null: nothing.',
    }),
  ),
  channelArn: nullable(Type.String({ description: 'A channel of the shop.' })),
  poster: nullable(Type.String({ maxLength: 2_000, description: 'The URL of a picture.' })),
  startsAt: nullable(Timestamp),
  products: Type.Array(Type.String(), {
    maxItems: 500,
    description: 'Ids of the shop’s products, in order.',
  }),
  replayOffers: Type.Boolean({ description: 'Whether the archive keeps offers that highlights changed.' }),
  listed: Type.Boolean({ description: 'Whether the public list shows it.' }),
});

export const EventChange = Type.Partial(Fields);
export const NewEvent = Type.Intersect([Type.Pick(Fields, ['slug', 'title', 'currency']), EventChange]);

export type EventChangeBody = Static<typeof EventChange>;

/** A body's fields as columns; those that it does not name are left out. */
export function toColumns(body: EventChangeBody): Partial<EventDraft> {
  const { slug, title, description, currency, cueKey, channelArn, poster, startsAt, replayOffers, listed } =
    body;
  return {
    ...(slug !== undefined && { slug }),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(currency !== undefined && { currency }),
    ...(cueKey !== undefined && { cue_key: cueKey }),
    ...(channelArn !== undefined && { channel_arn: channelArn }),
    ...(poster !== undefined && { poster }),
    ...(startsAt !== undefined && { starts_at: readTime(startsAt) }),
    ...(replayOffers !== undefined && { replay_offers: replayOffers }),
    ...(listed !== undefined && { listed }),
  };
}

/** JavaScript knows no leap seconds, which the format allows, and databases not all years. */
function readTime(startsAt: string | null): Date | null {
  if (startsAt === null) return null;
  const time = recordedTime(startsAt);
  if (time) return time;
  throw new ServiceError(
    'BAD_REQUEST',
    `startsAt: ${JSON.stringify(startsAt)} is no point in time of this century.`,
  );
}
