import { Type } from 'typebox';
import { RECORDING_STATES, type RecordingRow } from '../../database/tables.ts';
import { readEventOfShop } from '../../events/events-repository.ts';
import { assignRecording } from '../../publishing/assign-recording.ts';
import { publishRecordingAgain } from '../../publishing/publish-again.ts';
import { listRecordings, readRecordingOfShop } from '../../recordings/recordings-repository.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { Count, ERRORS } from '../schemas.ts';

const OptionalText = Type.Union([Type.String(), Type.Null()]);

const Recording = Type.Object({
  id: Type.Integer(),
  bucket: Type.String(),
  prefix: Type.String(),
  channelArn: Type.String(),
  eventId: OptionalText,
  startedAt: OptionalText,
  endedAt: OptionalText,
  state: Type.Enum(RECORDING_STATES),
  problem: Type.Union([Type.String(), Type.Null()], { description: 'What an operator should know.' }),
  failure: Type.Union([Type.String(), Type.Null()], {
    description: 'Why Amazon IVS could not finish it; what there is of it is published.',
  }),
  progress: Type.Union(
    [
      Type.Object({
        percent: Type.Integer({ description: 'Of the whole publication.' }),
        step: Type.String(),
        done: Type.Integer({ description: 'Of `total` parts of the step.' }),
        total: Type.Integer(),
        objects: Type.Integer({ description: 'Media files that are in their place.' }),
        bytes: Type.Integer({ description: 'Copied and read so far.' }),
      }),
      Type.Null(),
    ],
    { description: 'While it is being published.' },
  ),
});

const Params = Type.Object({ recording: Count });

export const recordingRoutes: Routes = async (app, { services: { db, jobs } }) => {
  const about = (operationId: string, summary: string) => ({ operationId, summary, tags: ['admin'] });

  app.get(
    '/recordings',
    {
      schema: {
        ...about(
          'listRecordings',
          'The shop’s recordings and what became of them, the newest first; also those of channels that nobody knows',
        ),
        response: { 200: Type.Object({ recordings: Type.Array(Recording) }), ...ERRORS },
      },
    },
    async () => ({ recordings: (await listRecordings(db, DEFAULT_SHOP)).map(present) }),
  );

  app.get(
    '/recordings/:recording',
    {
      schema: {
        ...about('readRecording', 'A recording, and how far its publication is'),
        params: Params,
        response: { 200: Recording, ...ERRORS },
      },
    },
    async ({ params }) => present(await readRecordingOfShop(db, DEFAULT_SHOP, Number(params.recording))),
  );

  app.post(
    '/recordings/:recording/assign',
    {
      schema: {
        ...about('assignRecording', 'Gives a recording of an unknown channel to an event, and publishes it'),
        params: Params,
        body: Type.Object({
          eventId: Type.String({ minLength: 1, maxLength: 80, description: 'Id or slug.' }),
        }),
        response: { 200: Recording, ...ERRORS },
      },
    },
    async ({ params, body }) => {
      const recording = await readRecordingOfShop(db, DEFAULT_SHOP, Number(params.recording));
      const event = await readEventOfShop(db, DEFAULT_SHOP, body.eventId);
      await assignRecording(db, jobs, recording, event, new Date());
      return present(await readRecordingOfShop(db, DEFAULT_SHOP, Number(params.recording)));
    },
  );

  app.post(
    '/recordings/:recording/publish',
    {
      schema: {
        ...about(
          'publishRecording',
          'Publishes the event of a recording once more; one that was given up is tried again',
        ),
        params: Params,
        response: { 202: Type.Object({ eventId: Type.String(), generation: Type.Integer() }), ...ERRORS },
      },
    },
    async ({ params }, reply) => {
      const recording = await readRecordingOfShop(db, DEFAULT_SHOP, Number(params.recording));
      const generation = await publishRecordingAgain(db, jobs, recording, new Date());
      return reply.code(202).send({ eventId: recording.event_id ?? '', generation });
    },
  );
};

const present = (row: RecordingRow) => ({
  id: row.id,
  bucket: row.bucket,
  prefix: row.prefix,
  channelArn: row.channel_arn,
  eventId: row.event_id,
  startedAt: row.started_at?.toISOString() ?? null,
  endedAt: row.ended_at?.toISOString() ?? null,
  state: row.state,
  problem: row.problem,
  failure: row.failure,
  progress: row.progress,
});
