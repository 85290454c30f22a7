import closeWithGrace from 'close-with-grace';
import type { Log } from '../log.ts';

/** Milliseconds after which a shutdown that hangs is cut off: messages go back to their queue, and jobs by their lease. */
const GRACE = 10_000;

/** Resolves with the exit code when SIGTERM or SIGINT has come, or the process cannot go on, and everything is closed. */
export function runUntilStopped(log: Log, close: () => Promise<void>): Promise<number> {
  const stopped = Promise.withResolvers<number>();
  closeWithGrace({ delay: GRACE, logger: log }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'the process cannot go on');
    else log.info({ signal }, 'shutting down');
    await close();
    stopped.resolve(err ? 1 : 0);
  });
  return stopped.promise;
}
