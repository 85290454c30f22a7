import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LiveEvent } from '@vitrine/product-cues';
import { readConfig } from '@vitrine/archive-service';
import { buildService, openInMemory, readRows, sweep } from '@vitrine/archive-service/testing';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
import { createRandom } from '../support/random.ts';
import { ADMIN_KEY, NOTIFICATION_SECRET } from '../support/system.ts';
import { until } from '../support/until.ts';
import { NEWS, type History, type News, type Show } from './history.ts';
import { pieceName, type EndState, type EventEnd } from './model.ts';

const MINUTE = 60_000;
const BETWEEN_SHOWS = 6 * 60 * MINUTE;
/** Within the days that the first sweep looks through. */
const BEGIN = 30 * 60 * MINUTE;
/** Milliseconds that IVS waits for an encoder before it says that a recording has ended. */
const RECONNECT = 60_000;

/** A service and a local IVS, on which one history after the other happens, each on a channel of its own. */
export interface World {
  /** Lets a history happen, and answers what the service came to. */
  happen(history: History): Promise<EndState>;
  close(): Promise<void>;
}

interface Told {
  readonly at: number;
  readonly notification: Readonly<Record<string, unknown>> & { readonly id: string };
}

export async function startWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-proof-shuffle-'));
  const recordings = pathToFileURL(join(folder, 'recordings')).href;
  const [small] = DEMO_CLIP.renditions.filter(({ height }) => height === 360);
  if (!small) throw new Error('the clip has no small rendition');
  const ivs = await startIvsLocal({ clip: { fps: DEMO_CLIP.fps, renditions: [small] }, recordings });
  const config = readConfig({
    DATA_DIR: folder,
    STORE_URL: pathToFileURL(join(folder, 'store')).href,
    RECORDINGS_URL: recordings,
    ADMIN_KEY,
    NOTIFICATION_SECRET,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    SWEEP_SECONDS: '0',
  });
  const { app, services, close } = await buildService(config, { database: await openInMemory() });
  const { db } = services;

  const post = async (url: string, headers: Record<string, string>, body: object): Promise<unknown> => {
    const answer = await app.inject({ method: 'POST', url, headers, body, remoteAddress: '10.0.0.1' });
    if (answer.statusCode >= 300) throw new Error(`POST ${url}: ${String(answer.statusCode)} ${answer.body}`);
    return answer.json();
  };
  const admin = (path: string, body: object): Promise<unknown> =>
    post(`/v1/admin/${path}`, { authorization: `Bearer ${ADMIN_KEY}` }, body);
  const idle = (): Promise<unknown> =>
    until('nothing is left to do', async () => (await readRows(db)).undone === 0, 120_000);
  const lookThrough = async (): Promise<void> => {
    await sweep(services, new AbortController().signal);
    await idle();
  };

  async function happen(told: History): Promise<EndState> {
    const base = Math.floor((Date.now() - BEGIN) / MINUTE) * MINUTE;
    const name = randomUUID().slice(0, 8);
    const { arn } = await ivs.createChannel(name, { bucket: 'shows' });
    const addChannel = (): Promise<unknown> =>
      admin('channels', { arn, name, playbackUrl: 'https://ivs.example/live.m3u8' });
    const beginOf = (show: number): number => base + show * BETWEEN_SHOWS;
    if (told.channel === 'known') await addChannel();
    const announced = new Map<string, number>();
    const pieces = new Map<string, string>();
    const news: Told[] = [];
    for (const [show, { announced: how, pieces: parts }] of told.shows.entries()) {
      if (how) {
        const event = {
          slug: `show-${name}-${String(show)}`,
          title: 'A show',
          currency: 'EUR',
          channelArn: arn,
          startsAt: new Date(beginOf(show) + how.late * MINUTE).toISOString(),
        };
        announced.set(((await admin('events', event)) as { id: string }).id, show);
      }
      for (const [index, piece] of parts.entries()) {
        const startedAt = beginOf(show) + piece.start * 1000;
        const written = await ivs.writeFinishedRecording({
          channelArn: arn,
          startedAt,
          durationSeconds: piece.seconds,
          script: [],
        });
        pieces.set(written.prefix, pieceName(show, index));
        news.push(
          ...newsOf(piece, { ...written.notification }, startedAt, `st-${name}-${pieceName(show, index)}`),
        );
      }
    }
    const order = told.order === undefined ? news.sort((a, b) => a.at - b.at) : shuffled(news, told.order);
    for (const [index, { notification }] of order.entries()) {
      await post('/v1/notifications/eventbridge', { 'x-vitrine-secret': NOTIFICATION_SECRET }, notification);
      if (told.slowly) await idle();
      if (index === told.sweepAfter) await lookThrough();
    }
    await idle();
    if (told.channel === 'later') await addChannel();
    await idle();
    await lookThrough();
    return endOf(arn, {
      announced,
      pieces,
      showAt: (time) => Math.round((time - base) / BETWEEN_SHOWS),
      beginOf,
    });
  }

  async function endOf(
    arn: string,
    names: {
      readonly announced: ReadonlyMap<string, number>;
      readonly pieces: ReadonlyMap<string, string>;
      showAt(time: number): number;
      beginOf(show: number): number;
    },
  ): Promise<EndState> {
    const rows = await db.selectFrom('events').selectAll().where('channel_arn', '=', arn).execute();
    const events: EventEnd[] = [];
    for (const row of rows) {
      const { id, archive, started_at } = row;
      // As anybody sees it.
      const seen = await app.inject(`/v1/events/${id}`);
      const { status, startedAt, endedAt } = seen.json<LiveEvent>();
      const show = names.announced.get(id) ?? names.showAt(started_at?.getTime() ?? Number.NaN);
      const versions = await db.selectFrom('versions').selectAll().where('event_id', '=', id).execute();
      const shown = versions.find(({ version }) => version === archive?.version);
      const since = (time = ''): number => (Date.parse(time) - names.beginOf(show)) / 1000;
      events.push({
        show,
        announced: names.announced.has(id),
        status,
        startedAt: since(startedAt),
        endedAt: since(endedAt),
        madeOf: recordingsOf(shown?.inputs).map((prefix) => names.pieces.get(prefix) ?? prefix),
        current: versions.filter(({ state, retired_at }) => state === 'published' && retired_at === null)
          .length,
      });
    }
    const known = await db.selectFrom('recordings').selectAll().where('channel_arn', '=', arn).execute();
    return {
      events: events.sort((a, b) => a.show - b.show || a.madeOf.length - b.madeOf.length),
      recordings: Object.fromEntries(
        known.map(({ prefix, state }) => [names.pieces.get(prefix) ?? prefix, state]),
      ),
    };
  }

  return {
    happen,
    async close() {
      await close();
      await ivs.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a version was made of. */
function recordingsOf(inputs: object | null | undefined): readonly string[] {
  const { recordings = [] } = (inputs ?? {}) as { recordings?: readonly { prefix: string }[] };
  return recordings.map(({ prefix }) => prefix);
}

/** What IVS says of a piece, as often as it is delivered; each with the time at which it would have come. */
function newsOf(
  { news, seconds }: Show['pieces'][number],
  ended: Readonly<Record<string, unknown>>,
  startedAt: number,
  streamId: string,
): readonly Told[] {
  const detail = ended['detail'] as Record<string, unknown>;
  const endedAt = startedAt + seconds * 1000;
  const times: Readonly<Record<News, number>> = {
    'Stream Start': startedAt,
    'Recording Start': startedAt,
    'Stream End': endedAt,
    'Recording End': endedAt + RECONNECT,
  };
  const details: Readonly<Record<News, object>> = {
    'Stream Start': { event_name: 'Stream Start', channel_name: '', stream_id: streamId },
    'Stream End': { event_name: 'Stream End', channel_name: '', stream_id: streamId },
    'Recording Start': {
      ...detail,
      stream_id: streamId,
      recording_status: 'Recording Start',
      recording_duration_ms: 0,
    },
    'Recording End': { ...detail, stream_id: streamId, recording_status: 'Recording End' },
  };
  return NEWS.flatMap((name) => {
    const at = times[name];
    const notification = {
      ...ended,
      id: randomUUID(),
      'detail-type': name.startsWith('Stream') ? 'IVS Stream State Change' : 'IVS Recording State Change',
      time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
      detail: details[name],
    };
    const again = { ...notification, id: randomUUID() };
    switch (news[name]) {
      case 'lost':
        return [];
      case 'once':
        return [{ at, notification }];
      case 'twice':
        return [notification, notification].map((same) => ({ at, notification: same }));
      case 'under two ids':
        return [notification, again].map((other) => ({ at, notification: other }));
    }
  });
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = createRandom(seed);
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
