import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { askOwner } from '../database/embedded/owner-socket.ts';
import type { Progress } from '../database/tables.ts';

/** Milliseconds between two looks. */
const LOOK = 400;

/**
 * Tells how far the publication of a recording is, whichever process is at it, until the signal aborts. For the eyes: what cannot be read now is
 * left out.
 */
export async function watchProgress(
  config: Config,
  recording: string,
  show: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const source = await openSource(config, recording);
  try {
    while (!signal.aborted) {
      const progress = await source.read(signal).catch(() => null);
      if (progress && !signal.aborted) show(progress);
      await sleep(LOOK, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await source.close();
  }
}

interface Source {
  read(signal: AbortSignal): Promise<Progress | null>;
  close(): Promise<void>;
}

/** Through the socket of whoever owns the data folder, this process perhaps; or from the server, by a connection of its own. */
async function openSource(config: Config, recording: string): Promise<Source> {
  if (config.databaseUrl === undefined) {
    return {
      async read(signal) {
        const answer = await askOwner(config.dataDir, { command: 'progress', body: recording }, signal);
        return answer?.ok ? (answer.result as Progress | null) : null;
      },
      close: async () => undefined,
    };
  }
  const { openDatabase } = await import('../database/open-database.ts');
  const { progressOf } = await import('../publishing/operator/publish-recording.ts');
  const database = await openDatabase(config);
  return { read: () => progressOf(database.db, recording), close: () => database.close() };
}
