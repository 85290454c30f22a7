import type { FastifyPluginAsync } from 'fastify';
import type { Channel } from '../channels/channel.ts';
import type { IvsLocalCore } from '../ivs-local.ts';
import { IvsError } from '../control-api/ivs-errors.ts';
import { mishapRoutes } from './mishap-routes.ts';
import { readChannelOptions, readGoLiveOptions, readShow } from './read-options.ts';

interface ById {
  Params: { id: string };
  Body: unknown;
}

/** What real IVS has no call for: an encoder that starts, the journal, mishaps, finished recordings. For people and tests. */
export const localControl: FastifyPluginAsync<{ core: IvsLocalCore }> = async (app, { core }) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? {} : JSON.parse(String(body)));
    } catch {
      done(Object.assign(new Error('the body must be JSON'), { statusCode: 400 }), undefined);
    }
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error instanceof IvsError ? error.status : (error.statusCode ?? 400);
    return reply.code(status).send({ error: error.message });
  });

  const channelOf = ({ params }: { params: { id: string } }): Channel => {
    const channel = core.account.channelById(params.id);
    if (channel === undefined)
      throw new IvsError('ResourceNotFoundException', `there is no channel ${params.id}`);
    return channel;
  };
  const sessionOf = (request: { params: { id: string } }) => core.session(channelOf(request).arn);

  app.get('/local/channels', () => ({
    channels: [...core.account.channels.values()].map((channel) => ({
      ...channel,
      onAir: core.account.sessions.get(channel.arn)?.air.sending ?? false,
    })),
  }));
  app.post<{ Body: unknown }>('/local/channels', ({ body }) => {
    const { name, options } = readChannelOptions(body);
    return core.createChannel(name, options);
  });
  app.post<ById>('/local/channels/:id/go-live', (request) => {
    const { air } = core.goLive(channelOf(request).arn, readGoLiveOptions(request.body));
    return { streamId: air.streamId, startedAt: air.startedAt };
  });
  app.post<ById>(
    '/local/channels/:id/stop',
    async (request) => (await core.stopStream(channelOf(request).arn)) ?? {},
  );
  app.get<ById>('/local/channels/:id/journal', (request) => ({ journal: sessionOf(request).journal }));
  app.get<ById>('/local/channels/:id/position', (request) => sessionOf(request).air.position());
  app.get<ById>('/local/channels/:id/recordings', (request) => ({
    recordings: sessionOf(request).recordings,
  }));
  app.post<ById>('/local/channels/:id/finished-recordings', async (request) => {
    const { deliver, ...show } = readShow(request.body);
    const written = await core.writeFinishedRecording(channelOf(request).arn, show);
    if (deliver) core.notifier.send(written.notification);
    return written;
  });
  app.get('/local/deliveries', () => ({ deliveries: core.notifier.deliveries }));
  mishapRoutes(app, sessionOf);
};
