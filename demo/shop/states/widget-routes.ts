import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { findState } from './states.ts';

const FILE = {
  params: Type.Object({ id: Type.String({ maxLength: 100 }), '*': Type.String({ maxLength: 200 }) }),
};

/** The player's files as the CDN has them, but for the one that does not arrive in this state. */
export const stateWidgetRoutes: FastifyPluginAsyncTypebox<{ readonly cdnUrl: string }> = async (
  app,
  { cdnUrl },
) => {
  app.get('/:id/widget/*', { schema: FILE }, async ({ params: { id, '*': path } }, reply) => {
    const missing = findState(id)?.missing;
    if (missing === undefined || path.endsWith(`/${missing}.js`)) return reply.callNotFound();
    const file = new URL(path, `${cdnUrl}/vitrine/`);
    const answer = file.href.startsWith(`${cdnUrl}/vitrine/`) ? await fetch(file) : undefined;
    if (!answer?.ok) return reply.callNotFound();
    return reply
      .type(answer.headers.get('content-type') ?? 'application/octet-stream')
      .header('cache-control', 'no-store')
      .send(Buffer.from(await answer.arrayBuffer()));
  });
};
