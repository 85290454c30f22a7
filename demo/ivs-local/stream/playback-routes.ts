import type { FastifyInstance, FastifyReply } from 'fastify';
import type { IvsAccount } from '../channels/ivs-account.ts';
import type { OnAir } from '../channels/on-air.ts';
import type { Clip } from './clip.ts';
import { livePlaylist, multivariantPlaylist, targetDuration } from './live-playlist.ts';

/** How long a stream's last playlists and segments stay after its end, in milliseconds. */
const AFTERLIFE = 60_000;
const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** What viewers load: the multivariant playlist, the media playlists, the segments. */
export function playbackRoutes(
  app: FastifyInstance,
  account: IvsAccount,
  clip: Clip,
  clock: () => number,
): void {
  const target = targetDuration(clip.keyframes, clip.frameCount, clip.fps);

  const find = (channelId: string, playbackId?: string): OnAir | undefined => {
    const channel = account.channelById(channelId);
    const air = channel && account.sessions.get(channel.arn)?.air;
    if (air === undefined || (playbackId !== undefined && air.playbackId !== playbackId)) return undefined;
    return air.endedAt > 0 && clock() - air.endedAt > AFTERLIFE ? undefined : air;
  };

  app.get<{ Params: { channelId: string } }>('/hls/:channelId/master.m3u8', (request, reply) => {
    const air = find(request.params.channelId);
    // An ended stream cannot be joined any more, though those who watch it may load its rest.
    const playable = air !== undefined && air.endedAt === 0 && air.window.listed.length > 0;
    if (!playable || air.faults.notFound('playlists')) return notFound(reply);
    if (air.faults.drops) return drop(reply);
    const uri = ({ name }: { name: string }) => `${air.playbackId}/${name}/playlist.m3u8`;
    return playlist(reply, multivariantPlaylist(clip.renditions, clip.fps, uri));
  });

  type Rendition = { channelId: string; playbackId: string; rendition: string };
  const path = '/hls/:channelId/:playbackId/:rendition';

  app.get<{ Params: Rendition }>(`${path}/playlist.m3u8`, (request, reply) => {
    const { channelId, playbackId, rendition } = request.params;
    const air = find(channelId, playbackId);
    const known = clip.renditions.some(({ name }) => name === rendition);
    if (air === undefined || !known || air.faults.notFound('playlists')) return notFound(reply);
    if (air.faults.drops) return drop(reply);
    return playlist(reply, livePlaylist(air.window, target));
  });

  app.get<{ Params: Rendition & { segment: string } }>(`${path}/:segment`, (request, reply) => {
    const { channelId, playbackId, rendition, segment } = request.params;
    const air = find(channelId, playbackId);
    const number = /^(\d+)\.ts$/.exec(segment)?.[1];
    const bytes = number === undefined ? undefined : air?.window.find(Number(number))?.media.get(rendition);
    if (air === undefined || bytes === undefined || air.faults.notFound('segments')) return notFound(reply);
    if (air.faults.drops) return drop(reply, bytes);
    return reply.type('video/mp2t').header('cache-control', 'public, max-age=60').send(bytes);
  });
}

function playlist(reply: FastifyReply, text: string) {
  return reply.type(HLS_TYPE).header('cache-control', 'no-store').send(text);
}

function notFound(reply: FastifyReply) {
  return reply.code(404).header('cache-control', 'no-store').send({ error: 'not found' });
}

/** Breaks the connection off, in the middle of the body where there is one. */
function drop(reply: FastifyReply, bytes?: Buffer) {
  reply.hijack();
  if (bytes === undefined) {
    reply.raw.destroy();
    return reply;
  }
  reply.raw.writeHead(200, {
    'content-type': 'video/mp2t',
    'content-length': bytes.length,
    'access-control-allow-origin': '*',
  });
  reply.raw.write(bytes.subarray(0, bytes.length >> 1), () => reply.raw.destroy());
  return reply;
}
