import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAdminClient, type AdminClient } from './admin-client.ts';
import { WIDGET_DIR } from './build-widget.ts';
import { startCdnOrigin } from './cdn-origin.ts';
import { DEMO_CLIP } from './demo-clip.ts';
import { DemoDesk } from './demo-desk.ts';
import { startIvsLocal, type IvsLocal } from './ivs-local/start-ivs-local.ts';
import { LiveStudio } from './live-studio.ts';
import type { Ports } from './ports.ts';
import type { Step } from './progress.ts';
import { readSeedProducts } from './seed-catalogue.ts';
import { ServiceProcess } from './service-process.ts';
import { startShop } from './shop/start-shop.ts';

/** The four origins, started and empty, and the secrets between them. */
export interface DemoParts {
  readonly shopUrl: string;
  readonly serviceUrl: string;
  readonly cdnUrl: string;
  readonly ivs: IvsLocal;
  readonly service: ServiceProcess;
  /** The service's log. */
  readonly logFile: string;
  readonly admin: AdminClient;
  readonly adminKey: string;
  readonly notificationSecret: string;
  readonly dataDir: string;
  readonly desk: DemoDesk;
}

interface StartOptions {
  readonly ports: Ports;
  readonly dataDir: string;
  /** Takes in how each part is stopped. */
  readonly running: AsyncDisposableStack;
  readonly step: Step;
  readonly signal: AbortSignal;
}

const newSecret = (): string => randomBytes(24).toString('base64url');

export async function startParts({
  ports,
  dataDir,
  running,
  step,
  signal,
}: StartOptions): Promise<DemoParts> {
  const adminKey = newSecret();
  const notificationSecret = newSecret();
  const recordings = pathToFileURL(join(dataDir, 'recordings')).href;
  const storeDir = join(dataDir, 'published');
  const logFile = join(dataDir, 'service.log');
  const serviceUrl = `http://localhost:${ports.service}`;

  const ivs = await step('The local IVS is up', () =>
    startIvsLocal({
      host: 'localhost',
      port: ports.ivs,
      clip: DEMO_CLIP,
      recordings,
      notifications: {
        url: `${serviceUrl}/v1/notifications/eventbridge`,
        headerName: 'x-vitrine-secret',
        secret: notificationSecret,
      },
    }),
  );
  running.defer(() => ivs.close());
  const cdn = await startCdnOrigin({ port: ports.cdn, widgetDir: WIDGET_DIR, storeDir });
  running.defer(() => cdn.close());

  const service = new ServiceProcess({
    port: ports.service,
    logFile,
    environment: {
      DATA_DIR: join(dataDir, 'service'),
      STORE_URL: pathToFileURL(storeDir).href,
      RECORDINGS_URL: recordings,
      CDN_BASE_URL: cdn.url,
      ADMIN_KEY: adminKey,
      NOTIFICATION_SECRET: notificationSecret,
      AWS_ENDPOINT_URL_IVS: ivs.url,
      AWS_REGION: 'eu-central-1',
      // The SDK signs its calls in any case; the local IVS does not check who did.
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  });
  running.defer(() => service.stop());
  await step('The service is ready', () => service.start(signal));

  const admin = createAdminClient(serviceUrl, adminKey);
  const desk = new DemoDesk(admin, ivs);
  running.defer(() => desk.leave());
  const shop = await startShop({
    port: ports.shop,
    products: await readSeedProducts(),
    desk,
    studio: new LiveStudio(ivs),
    serviceUrl,
    cdnUrl: cdn.url,
    ivsUrl: ivs.url,
  });
  running.defer(() => shop.close());
  const urls = { shopUrl: shop.url, serviceUrl, cdnUrl: cdn.url };
  return { ...urls, ivs, service, logFile, admin, adminKey, notificationSecret, dataDir, desk };
}
