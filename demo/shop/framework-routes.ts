import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { bundleFramework } from '../frameworks/build/bundle-framework.ts';
import { FRAMEWORKS, isFramework, type Framework } from '../frameworks/frameworks.ts';
import type { EventsList } from './events-list.ts';
import type { PageContext } from './page-context.ts';
import { frameworkPage } from './pages/framework-page.ts';
import { frameworksPage } from './pages/frameworks-page.ts';

interface FrameworkRoutesOptions {
  readonly context: PageContext;
  readonly events: EventsList;
}

const NAME = { params: Type.Object({ name: Type.String({ maxLength: 40 }) }) };
const PAGE = { ...NAME, querystring: Type.Object({ event: Type.Optional(Type.String({ maxLength: 100 })) }) };
const FILE = { params: Type.Object({ name: Type.String(), file: Type.String({ maxLength: 100 }) }) };

/** The player in pages of other people's frameworks. Each is built when it is first asked for. */
export const frameworkRoutes: FastifyPluginAsyncTypebox<FrameworkRoutesOptions> = async (
  app,
  { context, events },
) => {
  const built = new Map<Framework, Promise<ReadonlyMap<string, Uint8Array>>>();
  const filesOf = (name: Framework): Promise<ReadonlyMap<string, Uint8Array>> => {
    const files = built.get(name) ?? bundleFramework(name);
    built.set(name, files);
    // A compiler's complaint is told, and asked for again after the next change.
    files.catch(() => built.delete(name));
    return files;
  };

  app.get('/frameworks', async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(frameworksPage(context)),
  );

  app.get('/frameworks/:name', { schema: PAGE }, async ({ params: { name }, query }, reply) => {
    if (!isFramework(name)) return reply.callNotFound();
    const known = await events.read();
    // Something that is there at any hour: an archive, if there is one.
    const event = query.event ?? (known.find(({ status }) => status === 'archived') ?? known[0])?.slug ?? '';
    const source = await readFile(
      new URL(`../frameworks/${FRAMEWORKS[name].source}`, import.meta.url),
      'utf8',
    );
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(frameworkPage({ name, event, source }, context));
  });

  app.get('/assets/frameworks/:name/:file', { schema: FILE }, async ({ params: { name, file } }, reply) => {
    const script = isFramework(name) ? (await filesOf(name)).get(file) : undefined;
    if (!script) return reply.callNotFound();
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(Buffer.from(script));
  });
};
