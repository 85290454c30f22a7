import { buildApp, type App } from './app.ts';
import type { Config } from './config.ts';
import { becomeOwner } from './database/embedded/become-owner.ts';
import { openOwnerSocket } from './database/embedded/owner-socket.ts';
import { openEmbedded, openServer, type Database } from './database/open-database.ts';
import { createLog, type Log } from './log.ts';
import { answerCommand } from './owner-commands.ts';
import { openServices, type Services, type StoreOptions } from './services.ts';
import { startWorkers, type WorkerOptions } from './workers.ts';

export interface ServiceOptions extends WorkerOptions, StoreOptions {
  readonly log?: Log;
  /** One that is open already; it is closed with the service. */
  readonly database?: Database;
}

export interface Service {
  readonly app: App;
  readonly services: Services;
  /** Ends requests, gives jobs back, and closes the database. */
  close(): Promise<void>;
}

/** The whole service but for its port: what tests talk to by `app.inject`. The caller owns the data folder. */
export async function buildService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const log = options.log ?? createLog(config.logLevel);
  const database =
    options.database ??
    (config.databaseUrl === undefined ? await openEmbedded(config.dataDir) : openServer(config.databaseUrl));
  const services = await openServices(config, database, log, options).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const app = await buildApp(services);
  await startWorkers(services, options);
  return {
    app,
    services,
    async close() {
      await app.close();
      await services.close();
    },
  };
}

export interface RunningService extends Service {
  /** Where it listens. */
  readonly url: string;
}

/**
 * `serve`: owns the data folder where the database is embedded, and listens.
 * @throws ServiceError `DATA_DIR_TAKEN`, `DATA_DIR_UNUSABLE`, `DATABASE_NOT_MIGRATED`; what `listen` throws
 */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<RunningService> {
  const starting = new AbortController();
  const isEmbedded = config.databaseUrl === undefined;
  const lock = isEmbedded ? await becomeOwner(config.dataDir, starting.signal) : undefined;
  try {
    const service = await buildService(config, options);
    const socket = isEmbedded
      ? await openOwnerSocket(config.dataDir, answerCommand(service.services, 'serve'))
      : undefined;
    const close = async (): Promise<void> => {
      await service.app.close();
      const closed = socket?.close();
      await service.services.close();
      await closed;
      lock?.release();
    };
    try {
      const url = await service.app.listen({
        host: config.host,
        port: config.port,
        listenTextResolver: (address) => `listening at ${address}`,
      });
      return { ...service, url, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    lock?.release();
    throw error;
  }
}
