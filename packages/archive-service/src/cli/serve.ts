import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startService } from '../start-service.ts';
import { runUntilStopped } from './run-until-stopped.ts';

/** `serve`: prints one line with its URL when it is ready, and runs until SIGTERM or SIGINT. */
export async function serveCommand(): Promise<number> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const service = await startService(config, { log });
  const stopped = runUntilStopped(log, () => service.close());
  process.stdout.write(`archive-service is ready: ${service.url}\n`);
  return stopped;
}
