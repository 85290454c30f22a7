import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { EventsList } from './events-list.ts';
import type { PageContext } from './page-context.ts';
import { themePage } from './pages/theme-page.ts';
import { isTheme } from './themes/themes.ts';

interface ThemeRoutesOptions {
  readonly context: PageContext;
  readonly events: EventsList;
}

const PAGE = {
  params: Type.Object({ name: Type.String({ maxLength: 40 }) }),
  querystring: Type.Object({ event: Type.Optional(Type.String({ maxLength: 100 })) }),
};

/** The player in three looks. */
export const themeRoutes: FastifyPluginAsyncTypebox<ThemeRoutesOptions> = async (
  app,
  { context, events },
) => {
  app.get('/themes', async (_, reply) => reply.redirect('/themes/light'));

  app.get('/themes/:name', { schema: PAGE }, async ({ params: { name }, query }, reply) => {
    if (!isTheme(name)) return reply.callNotFound();
    const known = await events.read();
    // Something that is there at any hour: an archive, if there is one.
    const event = query.event ?? (known.find(({ status }) => status === 'archived') ?? known[0])?.slug ?? '';
    const source = await readFile(new URL(`themes/${name}.css`, import.meta.url), 'utf8');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(themePage({ name, event, source }, context));
  });
};
