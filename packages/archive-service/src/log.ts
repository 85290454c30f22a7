import { createRequire } from 'node:module';
import { destination, pino, transport, type Logger } from 'pino';

/** The one logger of a process. */
export type Log = Logger;

/** Structured logs on standard error, since standard output is for what a command answers; for people only when one is watching. */
export function createLog(level: string): Log {
  const options = {
    level,
    redact: ['req.headers.authorization', 'req.headers["x-vitrine-secret"]'],
  };
  if (process.stderr.isTTY && isInstalled('pino-pretty')) {
    return pino(options, transport({ target: 'pino-pretty', options: { destination: 2 } }));
  }
  return pino(options, destination({ fd: 2, sync: true }));
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
