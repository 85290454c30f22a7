import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  breakConnections,
  migrateDatabase,
  openInMemory,
  openPostgres,
  openServer,
  type Database,
} from '@vitrine/archive-service/testing';
import { pino } from 'pino';
import { checkVisible, readStore } from '../kill-and-restart/published.ts';
import type { Files } from '../support/check-archive.ts';
import { until } from '../support/until.ts';
import { Faults, PLACES, type FaultKind } from './fault.ts';
import { startFaultyWorld, type Show } from './faulty-world.ts';

/** After the last pointer, and where it has nothing to read, a publication does not need its store any more. */
const NEEDS: Readonly<Record<FaultKind, (place: string) => boolean>> = {
  before: (place) => place !== 'move-pointer',
  after: (place) => place !== 'move-pointer',
  breaks: (place) => ['', 'verify-media'].includes(place),
  database: (place) => place !== '',
};

/** Makes each kind of fault at each place, every one to a show of its own, and fails unless all end like the show that had none. */
async function breakAll(
  database: Database,
  kinds: readonly FaultKind[],
  faults: Faults,
  places = PLACES,
): Promise<void> {
  const world = await startFaultyWorld(database, faults);
  try {
    const sound = await world.addShow('sound');
    const shows: Show[] = [sound];
    for (const kind of kinds) {
      for (const place of places.filter(NEEDS[kind])) {
        const show = await world.addShow(`${kind}-${place.replace(':', '-') || 'first'}`);
        faults.add({ kind, place, show });
        shows.push(show);
      }
    }
    for (const show of shows) await world.finish(show);
    await until(
      'all are published',
      async () => {
        // This question, too, may meet the database that is away.
        const states = await world.states().catch(() => new Map());
        return (
          states.size === shows.length && [...states.values()].every(({ state }) => state === 'published')
        );
      },
      240_000,
    ).catch(async (error: unknown) => {
      throw new Error(
        JSON.stringify([...(await world.states())].filter(([, { state }]) => state !== 'published')),
        {
          cause: error,
        },
      );
    });
    assert.deepEqual(faults.left, []);
    const files = await readStore(world.storeFolder);
    checkVisible(files);
    const wanted = archiveOf(files, sound);
    for (const show of shows) assert.deepEqual(archiveOf(files, show), wanted, show.slug);
  } finally {
    await world.close();
  }
}

const isText = (key: string): boolean => /(^v1\/.*|\.(json|m3u8|vtt))$/.test(key);

/** All that is published of a show, with its names taken out. */
function archiveOf(files: Files, { eventId, slug }: Show): Readonly<Record<string, string>> {
  const own = [...files].filter(([key]) => key.includes(`/${eventId}`) || key === `v1/events/${slug}`);
  const anonymous = (text: string): string =>
    text.replaceAll(eventId, 'ID').replaceAll(`"${slug}"`, '"SLUG"');
  return Object.fromEntries(
    own.map(([key, content]) => [
      key === `v1/events/${slug}` ? 'v1/events/SLUG' : anonymous(key),
      isText(key)
        ? anonymous(Buffer.from(content).toString())
        : createHash('sha256').update(content).digest('hex'),
    ]),
  );
}

describe('a publication whose store or database fails once at each step', { concurrency: 2 }, () => {
  it('ends as one that had no trouble (embedded database)', async () => {
    let isAway = false;
    const faults = new Faults(async () => {
      isAway = true;
    });
    const database = await openInMemory({
      before() {
        if (!isAway) return;
        isAway = false;
        throw new Error('the database is away');
      },
    });
    await breakAll(database, ['before', 'after', 'breaks', 'database'], faults);
  });

  it('ends as one that had no trouble (server database)', async () => {
    const postgres = await openPostgres();
    try {
      const url = await postgres.createDatabase();
      const database = openServer(url);
      await migrateDatabase(database, pino({ level: 'silent' }));
      // Each costs whatever else is at work a lease, too: all of them are for `npm run soak`.
      const places =
        process.env['FAULTS'] === 'all' ? PLACES : ['scan-media', 'write-event', 'move-pointer:id'];
      await breakAll(database, ['database'], new Faults(() => breakConnections(url)), places);
    } finally {
      await postgres.stop();
    }
  });
});
