import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Rows } from '@vitrine/archive-service/testing';
import { ADMIN_KEY, NOTIFICATION_SECRET } from '../support/system.ts';
import type { Footage } from './footage.ts';
import { Life } from './life.ts';
import type { Extent, Moment } from './moment.ts';
import type { PreparedDatabase } from './prepared-database.ts';
import { checkVisible, publishedIn, readStore, type Published } from './published.ts';
import type { Act, Scenario } from './scenario.ts';

/** Milliseconds without which no run ends: far more than the leases of all its dead processes together. */
const PATIENCE = 280_000;

export interface Outcome {
  readonly published: Published;
  readonly rows: Rows;
  /** How often the service really was killed. */
  readonly kills: number;
  /** What the last process did. */
  readonly extent: Extent;
}

export interface Stage {
  readonly footage: Footage;
  readonly database: PreparedDatabase;
}

/**
 * Lets a scenario happen to a service whose processes end at the given moments, each followed by a new start, until
 * everything is done. Fails where an acknowledged notification is not in the database after a restart, or a viewer could see a part of an archive.
 */
export async function runScenario(
  { footage, database }: Stage,
  scenario: Scenario,
  moments: readonly Moment[],
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-proof-run-'));
  const store = join(folder, 'store');
  await mkdir(store);
  const dataDir = join(folder, 'data');
  const environment = {
    DATA_DIR: dataDir,
    STORE_URL: pathToFileURL(store).href,
    RECORDINGS_URL: footage.url,
    ADMIN_KEY,
    NOTIFICATION_SECRET,
    NODE_COMPILE_CACHE: footage.compiled,
    // It would heal what a kill has left: here that has to heal by itself.
    SWEEP_SECONDS: '0',
    ...(await database.copy(dataDir)),
  };
  const deadline = AbortSignal.timeout(PATIENCE);
  const left = [...moments];
  const acknowledged = new Set<string>();
  let kills = 0;
  let life = new Life(environment, left.shift());

  /** The service's address; starts it again as often as it has been killed. */
  async function address(): Promise<string> {
    for (;;) {
      deadline.throwIfAborted();
      const url = await life.url;
      if (url !== undefined && !(await isGone(life))) return url;
      await life.killed;
      kills += 1;
      checkVisible(await readStore(store));
      life = new Life(environment, left.shift());
      if ((await life.url) !== undefined) await checkAcknowledged();
    }
  }

  async function checkAcknowledged(): Promise<void> {
    const seen = await life.look();
    const stored = new Set(seen?.rows.notifications);
    for (const id of seen ? acknowledged : [])
      assert.ok(stored.has(id), `the notification ${id} was acknowledged, and is lost`);
  }

  async function settle(): Promise<Rows> {
    for (;;) {
      await address();
      const seen = await life.look();
      if (seen?.rows.undone === 0) return seen.rows;
      if (deadline.aborted) throw new Error(`not done in time: ${JSON.stringify(seen?.rows)}`);
      await wait(50);
    }
  }

  async function perform(act: Act): Promise<void> {
    if (act.kind === 'settle') {
      await settle();
      return;
    }
    for (;;) {
      const url = await address();
      const status = await send(url, act).catch(() => undefined);
      if (status !== undefined && status < 300) {
        if (act.kind === 'notify') acknowledged.add(act.notification.id);
        return;
      }
      if (status !== undefined && status < 500)
        throw new Error(`${JSON.stringify(act)} was refused: ${String(status)}`);
      await wait(20);
    }
  }

  try {
    for (const act of scenario.acts) await perform(act);
    const rows = await settle();
    const seen = await life.look();
    for (const id of acknowledged)
      assert.ok(rows.notifications.includes(id), `${id} was acknowledged, and is lost`);
    const extent = { ...(seen?.calls ?? { store: 1, database: 1 }), ms: Math.ceil(life.age) };
    const files = await readStore(store);
    checkVisible(files);
    return { published: publishedIn(files, scenario.isEdited === true), rows, kills, extent };
  } finally {
    await life.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function isGone(life: Life): Promise<boolean> {
  return Promise.race([life.killed, wait(0, false as const)]);
}

async function send(url: string, act: Exclude<Act, { kind: 'settle' }>): Promise<number> {
  const [path, method, headers, body] =
    act.kind === 'notify'
      ? [
          '/v1/notifications/eventbridge',
          'POST',
          { 'x-vitrine-secret': NOTIFICATION_SECRET },
          act.notification,
        ]
      : [act.path, act.method, { authorization: `Bearer ${ADMIN_KEY}` }, act.body];
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  await response.arrayBuffer();
  return response.status;
}
