import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { DeskError, type EventDesk } from './event-desk.ts';
import type { EventsList } from './events-list.ts';

interface DemoApiOptions {
  readonly desk: EventDesk;
  readonly events: EventsList;
}

const Id = Type.String({ minLength: 1, maxLength: 100 });
const HIGHLIGHT = { body: Type.Object({ event: Id, show: Type.Array(Id, { maxItems: 10 }) }) };
const END = { body: Type.Object({ event: Id }) };
const HOST = { body: Type.Object({ on: Type.Boolean() }) };

/** What the QA panel asks for. The key that it takes stays behind `desk`: nothing here has it. */
export const demoApi: FastifyPluginAsyncTypebox<DemoApiOptions> = async (app, { desk, events }) => {
  // With JSON alone accepted, another site's form cannot post here, and its scripts are stopped by the preflight.
  app.removeContentTypeParser('text/plain');

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof DeskError) {
      return reply.code(error.status).send({ error: { code: error.code, message: error.message } });
    }
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    if (statusCode < 500) return reply.code(statusCode).send({ error: { code: 'BAD_REQUEST', message } });
    request.log.error(error);
    return reply.code(500).send({ error: { code: 'DEMO_FAILED', message: 'The demo’s server failed.' } });
  });

  app.get('/events', async () => ({
    events: await events.read(),
    host: desk.host === undefined ? 'none' : desk.host.on ? 'on' : 'off',
  }));

  app.post('/highlight', { schema: HIGHLIGHT }, async ({ body: { event, show } }) => {
    // Two hosts at once would take the screen from each other.
    if (desk.host) desk.host.on = false;
    return desk.highlight(event, show);
  });

  app.post('/end-event', { schema: END }, async ({ body: { event } }) => {
    await desk.end(event);
    return { ended: event };
  });

  app.post('/host', { schema: HOST }, async ({ body: { on } }) => {
    if (desk.host) desk.host.on = on;
    return { on: desk.host?.on ?? false };
  });
};
