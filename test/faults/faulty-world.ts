import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { readConfig } from '@vitrine/archive-service';
import { buildService, watchStore, type Database, type StoreWatch } from '@vitrine/archive-service/testing';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
import { ADMIN_KEY, NOTIFICATION_SECRET } from '../support/system.ts';
import type { Checkpoint } from './fault.ts';

/** Many events with the same recording each, on one service whose store and database can be made to fail. */
export interface FaultyWorld {
  /** For `readStore`. */
  readonly storeFolder: string;
  /** Announces an event and its recording, and answers where these lie. */
  addShow(slug: string): Promise<Show>;
  /** Tells the service that the recording has ended. */
  finish(show: Show): Promise<void>;
  /** Each recording's state, by its prefix. */
  states(): Promise<ReadonlyMap<string, { readonly state: string; readonly problem: string | null }>>;
  close(): Promise<void>;
}

export interface Show {
  readonly slug: string;
  readonly eventId: string;
  readonly channelArn: string;
  readonly prefix: string;
}

const CUE_KEY = 'fault';
const STARTED = Date.UTC(2026, 2, 5, 8);
const BUCKET = 'shows';

export async function startFaultyWorld(
  database: Database,
  { checkpoint, ...watch }: StoreWatch & { readonly checkpoint: Checkpoint },
): Promise<FaultyWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-proof-faults-'));
  const recordings = join(folder, 'recordings');
  const storeFolder = join(folder, 'store');
  const ivs = await startIvsLocal({ clip: DEMO_CLIP, recordings: pathToFileURL(recordings).href });
  const { arn } = await ivs.createChannel('template', { bucket: BUCKET });
  const written = await ivs.writeFinishedRecording({
    channelArn: arn,
    startedAt: STARTED,
    durationSeconds: 4,
    script: [{ picture: 30, text: JSON.stringify({ vitrine: 1, e: CUE_KEY, n: 1, show: ['mug-blue'] }) }],
  });
  await ivs.close();
  const config = readConfig({
    DATA_DIR: folder,
    STORE_URL: pathToFileURL(storeFolder).href,
    RECORDINGS_URL: pathToFileURL(recordings).href,
    ADMIN_KEY,
    NOTIFICATION_SECRET,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    SWEEP_SECONDS: '0',
  });
  const service = await buildService(config, {
    database,
    wrapStore: (store) => watchStore(store, watch),
    checkpoint,
  });
  const post = async (url: string, headers: Record<string, string>, body: object): Promise<unknown> => {
    let answer = await service.app.inject({ method: 'POST', url, headers, body });
    // As EventBridge does: the database may be away just now.
    while (answer.statusCode >= 500) {
      await wait(20);
      answer = await service.app.inject({ method: 'POST', url, headers, body });
    }
    if (answer.statusCode >= 300) throw new Error(`POST ${url}: ${String(answer.statusCode)} ${answer.body}`);
    return answer.json();
  };
  const admin = (path: string, body: object): Promise<unknown> =>
    post(`/v1/admin/${path}`, { authorization: `Bearer ${ADMIN_KEY}` }, body);
  return {
    storeFolder,
    async addShow(slug) {
      const channelArn = `${arn}${slug}`;
      await admin('channels', { arn: channelArn, name: slug, playbackUrl: 'https://ivs.example/live.m3u8' });
      const event = {
        slug,
        title: 'A show',
        currency: 'EUR',
        cueKey: CUE_KEY,
        channelArn,
        startsAt: new Date(STARTED).toISOString(),
      };
      const { id } = (await admin('events', event)) as { id: string };
      // The same times for all, so that all may publish the same bytes.
      const time = new Date(STARTED);
      await service.services.db
        .updateTable('events')
        .set({ created_at: time, updated_at: time, catalogue_at: time })
        .where('id', '=', id)
        .execute();
      const prefix = `${written.prefix}-${slug}`;
      await cp(join(recordings, BUCKET, written.prefix), join(recordings, BUCKET, prefix), {
        recursive: true,
      });
      return { slug, eventId: id, channelArn, prefix };
    },
    async finish({ slug, channelArn, prefix }) {
      const { notification } = written;
      await post(
        '/v1/notifications/eventbridge',
        { 'x-vitrine-secret': NOTIFICATION_SECRET },
        {
          ...notification,
          id: `end of ${slug}`,
          resources: [channelArn],
          detail: { ...notification.detail, recording_s3_key_prefix: prefix },
        },
      );
    },
    async states() {
      const rows = await service.services.db
        .selectFrom('recordings')
        .select(['prefix', 'state', 'problem'])
        .execute();
      return new Map(rows.map(({ prefix, ...rest }) => [prefix, rest]));
    },
    async close() {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
