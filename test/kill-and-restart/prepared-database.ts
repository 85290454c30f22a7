import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createChannel,
  createEvent,
  migrateDatabase,
  openEmbedded,
  openPostgres,
  openServer,
  seedDataFolder,
  type Database,
} from '@vitrine/archive-service/testing';
import { pino } from 'pino';
import { CUE_KEY, type Footage } from './footage.ts';

export const EVENT_ID = 'evt_killed';
export const SLUG = 'killed-show';

/** Gives each run a database in which the show is announced: the same rows and times for all, so that all may publish the same bytes. */
export interface PreparedDatabase {
  readonly kind: Database['kind'];
  /** @returns the environment of a service on a copy of its own, whose data folder is `dataDir`. */
  copy(dataDir: string): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

export async function prepareEmbedded(footage: Footage): Promise<PreparedDatabase> {
  const template = await mkdtemp(join(tmpdir(), 'vitrine-proof-template-'));
  await seedDataFolder(template);
  await fill(await openEmbedded(template), footage);
  return {
    kind: 'embedded',
    async copy(dataDir) {
      await cp(template, dataDir, { recursive: true });
      return {};
    },
    close: () => rm(template, { recursive: true, force: true }),
  };
}

export async function prepareServer(footage: Footage): Promise<PreparedDatabase> {
  const postgres = await openPostgres();
  const template = await postgres.createDatabase();
  await fill(openServer(template), footage);
  return {
    kind: 'server',
    copy: async () => ({ DATABASE_URL: await postgres.createDatabase(template) }),
    close: () => postgres.stop(),
  };
}

async function fill(database: Database, { channelArn, startsAt }: Footage): Promise<void> {
  await migrateDatabase(database, pino({ level: 'silent' }));
  const { db } = database;
  const channel = {
    arn: channelArn,
    shop: 'default',
    name: 'Studio',
    playback_url: 'https://ivs.example/live.m3u8',
  };
  await createChannel(db, { ...channel, auto_publish: true }, startsAt);
  const event = {
    id: EVENT_ID,
    slug: SLUG,
    shop: 'default',
    title: 'A show',
    description: null,
    currency: 'EUR',
    cue_key: CUE_KEY,
    channel_arn: channelArn,
    poster: null,
    starts_at: startsAt,
    replay_offers: false,
    listed: true,
  };
  await createEvent(db, event, startsAt);
  await database.close();
}
