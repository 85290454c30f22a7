import closeWithGrace from 'close-with-grace';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { startService } from '../start-service.ts';

/** Milliseconds after which a shutdown that hangs is cut off: jobs are safe, they go back by their lease. */
const GRACE = 10_000;

/** `serve`: prints one line with its URL when it is ready, and runs until SIGTERM or SIGINT. */
export async function serveCommand(): Promise<number> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const service = await startService(config, { log });
  const stopped = Promise.withResolvers<number>();
  closeWithGrace({ delay: GRACE, logger: log }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'the service cannot go on');
    else log.info({ signal }, 'shutting down');
    await service.close();
    stopped.resolve(err ? 1 : 0);
  });
  process.stdout.write(`archive-service is ready: ${service.url}\n`);
  return stopped.promise;
}
