import { buildApp, type App } from './app.ts';
import type { Config } from './config.ts';
import { openDatabase, type Database } from './database/open-database.ts';
import { createLog, type Log } from './log.ts';
import { openServices, type Services, type StoreOptions } from './services.ts';
import { stay } from './stay.ts';
import { startWorkers, type WorkerOptions } from './workers.ts';

export interface ServiceOptions extends WorkerOptions, StoreOptions {
  readonly log?: Log;
  /** One that is open already; it is closed with the service. */
  readonly database?: Database;
}

export interface Consumer {
  readonly services: Services;
  /** Gives jobs back, and closes the database. */
  close(): Promise<void>;
}

export interface Service extends Consumer {
  readonly app: App;
}

/** The service without its port and without what goes round by itself: what tests talk to by `app.inject`. The caller owns the data folder. */
export async function buildService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const services = await openServicesOf(config, options);
  try {
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
  } catch (error) {
    await services.close();
    throw error;
  }
}

/** The same without HTTP. */
export async function buildConsumer(config: Config, options: ServiceOptions = {}): Promise<Consumer> {
  const services = await openServicesOf(config, options);
  try {
    await startWorkers(services, options);
    return { services, close: () => services.close() };
  } catch (error) {
    await services.close();
    throw error;
  }
}

async function openServicesOf(config: Config, options: ServiceOptions): Promise<Services> {
  const log = options.log ?? createLog(config.logLevel);
  const database = options.database ?? (await openDatabase(config));
  try {
    return await openServices(config, database, log, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}

export interface RunningService extends Service {
  /** Where it listens. */
  readonly url: string;
}

/**
 * `serve`: a process that stays, and listens.
 * @throws ServiceError `DATA_DIR_TAKEN`, `DATA_DIR_UNUSABLE`, `DATABASE_NOT_MIGRATED`, `QUEUE_UNUSABLE`; what `listen` throws
 */
export async function startService(config: Config, options: ServiceOptions = {}): Promise<RunningService> {
  const service = await stay(config, () => buildService(config, options));
  try {
    const url = await service.app.listen({
      host: config.host,
      port: config.port,
      listenTextResolver: (address) => `listening at ${address}`,
    });
    return { ...service, url };
  } catch (error) {
    await service.close();
    throw error;
  }
}

/**
 * `consume`: a process that stays, and takes notifications from the queue alone.
 * @throws ServiceError `DATA_DIR_TAKEN`, `DATA_DIR_UNUSABLE`, `DATABASE_NOT_MIGRATED`, `QUEUE_UNUSABLE`
 */
export function startConsumer(config: Config, options: ServiceOptions = {}): Promise<Consumer> {
  return stay(config, () => buildConsumer(config, options));
}
