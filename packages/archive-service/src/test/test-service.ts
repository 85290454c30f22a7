import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import type { InjectOptions } from 'fastify';
import { readConfig } from '../config.ts';
import { buildService, type Service, type ServiceOptions } from '../start-service.ts';
import type { TestDatabase } from './databases.ts';

export const ADMIN_KEY = 'an-admin-key-for-tests';
export const SECRET = 'a-notification-secret-for-tests';
export const CHANNEL = 'arn:aws:ivs:eu-central-1:123456789012:channel/AbCdef1G2hij';

export interface TestService extends Service {
  /** A folder of this service alone: `recordings` and `store` lie in it. */
  readonly folder: string;
  /** As the shop's own server; fails when the answer is no success. */
  admin(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<unknown>;
  notify(notification: object, secret?: string): Promise<number>;
}

interface Cleanup {
  after(fn: () => Promise<void>): void;
}

/** A whole service on a fresh database and folders of its own, without a port; it is closed when the test ends. */
export async function testService(
  t: Cleanup,
  database: TestDatabase,
  environment: NodeJS.ProcessEnv = {},
  options: ServiceOptions = {},
): Promise<TestService> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-service-'));
  const config = readConfig({
    DATA_DIR: folder,
    STORE_URL: pathToFileURL(join(folder, 'store')).href,
    RECORDINGS_URL: pathToFileURL(join(folder, 'recordings')).href,
    ADMIN_KEY,
    NOTIFICATION_SECRET: SECRET,
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const log = pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
  const service = await buildService(config, { log, database: await database.open(), ...options });
  t.after(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { app } = service;
  return {
    ...service,
    folder,
    async admin(method, path, body) {
      const request: InjectOptions = {
        method,
        url: `/v1/admin${path}`,
        headers: { authorization: `Bearer ${ADMIN_KEY}` },
        ...(body && { body }),
      };
      const answer = await app.inject(request);
      if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
      return answer.body === '' ? undefined : answer.json();
    },
    async notify(notification, secret = SECRET) {
      const { statusCode } = await app.inject({
        method: 'POST',
        url: '/v1/notifications/eventbridge',
        headers: { 'x-vitrine-secret': secret },
        body: notification,
      });
      return statusCode;
    },
  };
}
