import { sql } from 'kysely';
import { Type } from 'typebox';
import { ServiceError } from '../errors.ts';
import type { Routes } from './app-type.ts';
import { ERRORS } from './schemas.ts';

const Up = Type.Object({ status: Type.Literal('ok') });

export const healthRoutes: Routes = async (app, { services: { db, signal } }) => {
  app.get(
    '/health/live',
    {
      schema: {
        operationId: 'isAlive',
        tags: ['operation'],
        summary: 'Whether the process runs',
        response: { 200: Up },
      },
    },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/health/ready',
    {
      schema: {
        operationId: 'isReady',
        tags: ['operation'],
        summary: 'Whether the process can do its work: its database answers, and it is not shutting down',
        response: { 200: Up, ...ERRORS },
      },
    },
    async () => {
      if (signal.aborted) throw new ServiceError('OVERLOADED', 'The service is shutting down.');
      await sql`SELECT 1`.execute(db).catch((cause: unknown) => {
        throw new ServiceError('DATABASE_UNAVAILABLE', undefined, { cause });
      });
      return { status: 'ok' as const };
    },
  );
};
