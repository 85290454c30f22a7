import { Type } from 'typebox';
import {
  changeChannel,
  createChannel,
  listChannels,
  lockChannel,
  readChannel,
  removeChannel,
} from '../../channels/channels-repository.ts';
import type { ChannelRow } from '../../database/tables.ts';
import { adoptRecordings } from '../../notifications/act-on-recording.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS, NoContent } from '../schemas.ts';

const Channel = Type.Object({
  arn: Type.String({ description: 'Of the IVS channel; a channel belongs to one shop.' }),
  name: Type.String(),
  playbackUrl: Type.String(),
  autoPublish: Type.Boolean(),
});

const Name = Type.String({ maxLength: 200 });
const PlaybackUrl = Type.String({ format: 'uri', pattern: '^https?://' });
const AutoPublish = Type.Boolean({
  description: 'Whether an event that is made for an unannounced recording is listed.',
});

const NewChannel = Type.Object({
  arn: Type.String({ pattern: '^arn:[^:]+:ivs:[^:]*:[^:]*:channel/[A-Za-z0-9_-]+$' }),
  name: Name,
  playbackUrl: Type.Optional(
    Type.Unsafe<string>({ ...PlaybackUrl, description: 'Without it, Amazon IVS is asked.' }),
  ),
  autoPublish: Type.Optional(AutoPublish),
});

const Change = Type.Partial(Type.Object({ name: Name, playbackUrl: PlaybackUrl, autoPublish: AutoPublish }));

const Params = Type.Object({ arn: Type.String({ description: 'URL-encoded.' }) });

export const channelRoutes: Routes = async (app, { services: { db, ivs, jobs } }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['admin'] });

  app.get(
    '/channels',
    {
      schema: {
        ...about('listChannels', 'The shop’s channels'),
        response: { 200: Type.Object({ channels: Type.Array(Channel) }), ...ERRORS },
      },
    },
    async () => ({ channels: (await listChannels(db, DEFAULT_SHOP)).map(present) }),
  );

  app.post(
    '/channels',
    {
      schema: {
        ...about('createChannel', 'Adds a channel; recordings of it that waited are published'),
        body: NewChannel,
        response: { 201: Channel, ...ERRORS },
      },
    },
    async ({ body }, reply) => {
      const { arn, name, autoPublish: auto_publish = true } = body;
      const playback_url = body.playbackUrl ?? (await ivs.playbackUrl(arn));
      const row = await db.transaction().execute(async (trx) => {
        await lockChannel(trx, arn);
        const channel = await createChannel(
          trx,
          { arn, shop: DEFAULT_SHOP, name, playback_url, auto_publish },
          new Date(),
        );
        await adoptRecordings(trx, jobs, arn);
        return channel;
      });
      return reply.code(201).send(present(row));
    },
  );

  app.get(
    '/channels/:arn',
    {
      schema: { ...about('readChannel', 'A channel'), params: Params, response: { 200: Channel, ...ERRORS } },
    },
    async ({ params }) => present(await readChannel(db, DEFAULT_SHOP, params.arn)),
  );

  app.patch(
    '/channels/:arn',
    {
      schema: {
        ...about('changeChannel', 'Changes a channel'),
        params: Params,
        body: Change,
        response: { 200: Channel, ...ERRORS },
      },
    },
    async ({ params, body: { name, playbackUrl, autoPublish } }) => {
      const change = {
        ...(name !== undefined && { name }),
        ...(playbackUrl !== undefined && { playback_url: playbackUrl }),
        ...(autoPublish !== undefined && { auto_publish: autoPublish }),
      };
      return present(await changeChannel(db, DEFAULT_SHOP, params.arn, change, new Date()));
    },
  );

  app.delete(
    '/channels/:arn',
    {
      schema: {
        ...about('removeChannel', 'Forgets a channel that no event names'),
        params: Params,
        response: { 204: NoContent, ...ERRORS },
      },
    },
    async ({ params }, reply) => {
      await removeChannel(db, DEFAULT_SHOP, params.arn);
      return reply.code(204).send(null);
    },
  );
};

const present = ({ arn, name, playback_url, auto_publish }: ChannelRow) => ({
  arn,
  name,
  playbackUrl: playback_url,
  autoPublish: auto_publish,
});
