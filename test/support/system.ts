import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { seedDataFolder } from '@vitrine/archive-service/testing';
import { createAdminClient, type AdminClient } from '../../demo/admin-client.ts';
import { startCdnOrigin, type CdnOrigin, type CdnOriginOptions } from '../../demo/cdn-origin.ts';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal, type IvsLocal, type IvsLocalOptions } from '../../demo/ivs-local/start-ivs-local.ts';
import { ServiceProcess } from '../../demo/service-process.ts';
import { ownPorts } from './own-ports.ts';

export const ADMIN_KEY = 'test-admin-key-of-the-default-shop';
export const NOTIFICATION_SECRET = 'test-notification-secret';
/** `VITRINE_WIDGET_DIR` tests another build than the one in place. */
export const WIDGET_DIR =
  process.env['VITRINE_WIDGET_DIR'] ??
  fileURLToPath(new URL('../../packages/player-widget/dist', import.meta.url));

/** The whole product on free ports, each part on an origin of its own; the service is a process that can be killed. */
export interface System {
  readonly ivs: IvsLocal;
  readonly service: ServiceProcess;
  readonly cdn: CdnOrigin;
  readonly admin: AdminClient;
  readonly folder: string;
  /** What the service was started with: a one-shot command on the same data needs the same. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface SystemParts {
  /** What every channel sends. */
  readonly clip?: IvsLocalOptions['clip'];
  readonly startCdn?: (options: CdnOriginOptions) => Promise<CdnOrigin>;
}

/** @param overrides - of the service's environment */
export async function startSystem(
  overrides: Readonly<Record<string, string>> = {},
  { clip = DEMO_CLIP, startCdn = startCdnOrigin }: SystemParts = {},
): Promise<System> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-test-'));
  const storeDir = join(folder, 'store');
  const recordingsDir = join(folder, 'recordings');
  await mkdir(recordingsDir, { recursive: true });
  const ports = await ownPorts();
  const recordings = pathToFileURL(recordingsDir).href;
  const ivs = await startIvsLocal({
    port: ports.ivs,
    clip,
    recordings,
    notifications: {
      url: `http://localhost:${ports.service}/v1/notifications/eventbridge`,
      headerName: 'x-vitrine-secret',
      secret: NOTIFICATION_SECRET,
    },
  });
  const cdn = await startCdn({ port: ports.cdn, widgetDir: WIDGET_DIR, storeDir });
  const environment = {
    ADMIN_KEY,
    NOTIFICATION_SECRET,
    DATA_DIR: join(folder, 'data'),
    STORE_URL: pathToFileURL(storeDir).href,
    RECORDINGS_URL: recordings,
    CDN_BASE_URL: cdn.url,
    AWS_ENDPOINT_URL_IVS: ivs.url,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    ...overrides,
  };
  const logFile = join(folder, 'service.log');
  const service = new ServiceProcess({ port: ports.service, environment, logFile });
  const close = async (): Promise<void> => {
    await ivs.close();
    await service.stop();
    await cdn.close();
    if (process.env['KEEP_TEST_FOLDER']) console.log(`kept ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  };
  try {
    await seedDataFolder(environment.DATA_DIR);
    await service.start();
  } catch (error) {
    console.error(await readFile(logFile, 'utf8').catch(() => ''));
    await close();
    throw error;
  }
  return { ivs, service, cdn, admin: createAdminClient(service.url, ADMIN_KEY), folder, environment, close };
}
