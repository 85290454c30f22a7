import type { FastifyInstance } from 'fastify';
import type { ChannelSession } from '../channels/channel-session.ts';
import { mishapsOf, type Mishaps } from '../mishaps/mishaps.ts';
import { Fields } from './fields.ts';

/** What each mishap reads from its request's body, and does. */
const MISHAPS: Readonly<Record<string, (mishaps: Mishaps, body: Fields) => void | Promise<void>>> = {
  'drop-connections': (mishaps, body) => mishaps.dropConnections(body.number('seconds')),
  stall: (mishaps, body) => mishaps.stall(body.number('seconds')),
  'not-found': (mishaps, body) =>
    mishaps.notFound(body.number('seconds'), body.oneOf('kind', ['playlists', 'segments', 'both'])),
  'block-metadata': (mishaps, body) => mishaps.blockMetadata(body.number('seconds')),
  restart: (mishaps, body) =>
    mishaps.restart({
      ...body.optional('gapSeconds', 'number'),
      ...body.optional('fromFrame', 'number'),
      ...body.optional('newRecording', 'boolean'),
    }),
  notifications: (mishaps, body) =>
    mishaps.notifications({
      ...body.optional('copies', 'number'),
      ...body.optional('delaySeconds', 'number'),
      ...body.optional('disordered', 'boolean'),
      ...body.optional('never', 'boolean'),
    }),
  recording(mishaps, body) {
    const missing = body.object('missingSegment');
    mishaps.recording({
      ...body.optional('noEndlist', 'boolean'),
      ...(missing && {
        missingSegment: { rendition: missing.string('rendition'), file: missing.number('file') },
      }),
    });
  },
  clear: (mishaps) => mishaps.clear(),
};

/** POST /local/channels/<id>/mishaps/<which> */
export function mishapRoutes(
  app: FastifyInstance,
  sessionOf: (request: { params: { id: string } }) => ChannelSession,
): void {
  app.post<{ Params: { id: string; mishap: string }; Body: unknown }>(
    '/local/channels/:id/mishaps/:mishap',
    async (request, reply) => {
      const { mishap: name } = request.params;
      const mishap = Object.hasOwn(MISHAPS, name) ? MISHAPS[name] : undefined;
      if (mishap === undefined) {
        return reply
          .code(404)
          .send({ error: `no such mishap; there are ${Object.keys(MISHAPS).join(', ')}` });
      }
      await mishap(mishapsOf(sessionOf(request)), new Fields(request.body));
      return reply.code(204).send();
    },
  );
}
