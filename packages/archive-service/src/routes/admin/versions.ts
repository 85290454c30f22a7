import { Type } from 'typebox';
import { readEventOfShop } from '../../events/events-repository.ts';
import { publishEventAgain } from '../../publishing/publish-again.ts';
import { listVersions } from '../../publishing/versions/list-versions.ts';
import { restoreVersion } from '../../publishing/versions/restore-version.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { Count, ERRORS, EventParams } from '../schemas.ts';

const OptionalText = Type.Union([Type.String(), Type.Null()]);

const Version = Type.Object({
  version: Type.Integer(),
  state: Type.Enum(['publishing', 'published', 'collected'], {
    description: '`collected`: its objects were removed when its time was over.',
  }),
  reason: Type.String({ description: 'Why there is this version.' }),
  publishedAt: OptionalText,
  retiredAt: Type.Union([Type.String(), Type.Null()], { description: 'When viewers no longer got it.' }),
  duration: Type.Union([Type.Number(), Type.Null()], { description: 'In seconds.' }),
  current: Type.Boolean({ description: 'Whether viewers get it.' }),
  restored: Type.Boolean({
    description: 'Whether it was restored, and is kept until something comes after it.',
  }),
});

const State = {
  generation: Type.Integer({ description: 'Of the latest wish to publish the event.' }),
  settled: Type.Integer({ description: 'The generation that is done.' }),
};

const Asked = Type.Object({
  generation: Type.Integer({ description: 'It is done when `settled` of the versions has reached this.' }),
});

export const versionRoutes: Routes = async (app, { services: { db, jobs } }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['admin'] });

  app.get(
    '/events/:event/versions',
    {
      schema: {
        ...about('listVersions', 'The versions of an event’s archive, the newest first'),
        params: EventParams,
        response: {
          200: Type.Object({
            versions: Type.Array(Version),
            ...State,
            problem: Type.Union([Type.String(), Type.Null()], {
              description: 'Why the event cannot be published as it should be.',
            }),
          }),
          ...ERRORS,
        },
      },
    },
    async ({ params }) => {
      const event = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      const { wanted, settled, problem } = event;
      return { versions: [...(await listVersions(db, event))], generation: wanted, settled, problem };
    },
  );

  app.post(
    '/events/:event/versions/:version/restore',
    {
      schema: {
        ...about(
          'restoreVersion',
          'Has viewers get an earlier version again, until a recording or an edit comes after it',
        ),
        params: Type.Object({ ...EventParams.properties, version: Count }),
        response: { 202: Asked, ...ERRORS },
      },
    },
    async ({ params }, reply) => {
      const { id } = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      const generation = await restoreVersion(db, jobs, id, Number(params.version));
      return reply.code(202).send({ generation });
    },
  );

  app.post(
    '/events/:event/publish',
    {
      schema: {
        ...about('publishEvent', 'Publishes an event once more, also from recordings that were given up'),
        params: EventParams,
        response: { 202: Asked, ...ERRORS },
      },
    },
    async ({ params }, reply) => {
      const { id } = await readEventOfShop(db, DEFAULT_SHOP, params.event);
      const generation = await publishEventAgain(db, jobs, id, new Date());
      return reply.code(202).send({ generation });
    },
  );
};
