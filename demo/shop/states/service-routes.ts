import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { EventsList } from '../events-list.ts';
import { archivedEvent } from './archived-event.ts';
import type { Phase, State } from './state.ts';
import { channelOf, findState } from './states.ts';
import type { Studio } from './studio.ts';
import type { Visits } from './visits.ts';

export interface ServiceRoutesOptions {
  readonly events: EventsList;
  readonly serviceUrl: string;
  readonly studio: Studio;
  readonly visits: Visits;
}

const Id = Type.String({ maxLength: 100 });
const VISIT = { params: Type.Object({ id: Id, visit: Id }) };
const PHASE = { ...VISIT, body: Type.Object({ phase: Type.Integer({ minimum: 0, maximum: 20 }) }) };
const FILE = { params: Type.Object({ id: Id, name: Id }) };

/** A small service for each state: answers what the real one would, had things gone so. */
export const stateServiceRoutes: FastifyPluginAsyncTypebox<ServiceRoutesOptions> = async (app, options) => {
  const { events, serviceUrl, studio, visits } = options;
  const phaseOf = (state: State, visit: string): Phase =>
    state.phases[visits.phaseOf(visit)] ?? state.phases[0];

  app.addHook('onRequest', async (_, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/:id/:visit/v1/events/:name', { schema: VISIT }, async ({ params: { id, visit } }, reply) => {
    const state = findState(id);
    if (!state) return reply.callNotFound();
    const { event, live } = phaseOf(state, visit);
    const answer = event({
      event: await archivedEvent(events, serviceUrl),
      liveUrl: await studio.playlist(channelOf(state)),
      files: `/states/${id}/files/`,
    });
    if (typeof answer === 'number')
      return reply
        .code(answer)
        .send({ error: { code: 'GALLERY', message: `The gallery answers ${answer}.` } });
    return { ...answer, ...(live && { liveStateUrl: `/states/${id}/${visit}/live.json` }) };
  });

  app.get('/:id/:visit/live.json', { schema: VISIT }, async ({ params: { id, visit } }, reply) => {
    const state = findState(id);
    const live = state && phaseOf(state, visit).live;
    if (!live) return reply.callNotFound();
    return { vitrine: 1, cue: null, programTime: null, updatedAt: new Date().toISOString(), ...live };
  });

  app.post('/:id/:visit/phase', { schema: PHASE }, async ({ params: { visit }, body: { phase } }) => {
    visits.setPhase(visit, phase);
    return { phase };
  });

  app.post('/:id/:visit/cut', { schema: VISIT }, async ({ params: { id } }, reply) => {
    const state = findState(id);
    if (!state?.ownChannel) return reply.callNotFound();
    await studio.cut(channelOf(state));
    return { cut: id };
  });

  app.get('/:id/files/:name', { schema: FILE }, async ({ params: { id, name } }, reply) => {
    const file = findState(id)?.files?.[name];
    if (!file) return reply.callNotFound();
    const { status = 200, type, body, fails } = file;
    if (fails) reply.hijack();
    if (fails === 'breaks') reply.raw.destroy();
    if (fails) return undefined;
    const text =
      typeof body === 'string' ? body : await body({ event: await archivedEvent(events, serviceUrl) });
    return reply.code(status).type(type).send(text);
  });
};
