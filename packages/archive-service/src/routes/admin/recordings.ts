import { Type } from 'typebox';
import { RECORDING_STATES, type RecordingRow } from '../../database/tables.ts';
import { listRecordings } from '../../recordings/recordings-repository.ts';
import { DEFAULT_SHOP } from '../../shops/default-shop.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS } from '../schemas.ts';

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
  progress: Type.Union([
    Type.Object({
      percent: Type.Number(),
      step: Type.String(),
      done: Type.Number(),
      total: Type.Number(),
      bytes: Type.Number(),
    }),
    Type.Null(),
  ]),
});

export const recordingRoutes: Routes = async (app, { services: { db } }) => {
  app.get(
    '/recordings',
    {
      schema: {
        operationId: 'listRecordings',
        tags: ['admin'],
        summary:
          'The shop’s recordings and what became of them, the newest first; also those of channels that nobody knows',
        response: { 200: Type.Object({ recordings: Type.Array(Recording) }), ...ERRORS },
      },
    },
    async () => ({ recordings: (await listRecordings(db, DEFAULT_SHOP)).map(present) }),
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
  progress: row.progress,
});
