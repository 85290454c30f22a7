import { text } from 'node:stream/consumers';
import { ServiceError } from '../../errors.ts';
import { readPublicEvent } from '../../events/events-repository.ts';
import { archiveLayout } from '../../publishing/archive-layout.ts';
import type { Routes } from '../app-type.ts';
import { ERRORS, EventParams, TimelineBody } from '../schemas.ts';

export const timelineRoutes: Routes = async (app, { services: { db, store } }) => {
  app.get(
    '/v1/events/:event/timeline',
    {
      schema: {
        operationId: 'readTimeline',
        tags: ['public'],
        summary: 'When which products are on screen in the archive',
        params: EventParams,
        response: { 200: TimelineBody, ...ERRORS },
      },
    },
    async (request, reply) => {
      const { id, archive } = await readPublicEvent(db, request.params.event);
      if (!archive) throw new ServiceError('TIMELINE_NOT_FOUND');
      const file = await store.read(archiveLayout(id, archive.version).timeline);
      if (!file)
        throw new ServiceError('TIMELINE_NOT_FOUND', 'The timeline of this archive is not in the store.');
      // The version behind this URL changes, the file does not: passed on as it is.
      const json = await text(file.body);
      return reply
        .header('cache-control', 'public, max-age=5, stale-while-revalidate=30')
        .type('application/json')
        .serializer((body: string) => body)
        .send(json as never);
    },
  );
};
