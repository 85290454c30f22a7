import type { Config } from '../config.ts';
import { askOrBecomeOwner } from '../database/embedded/become-owner.ts';
import type { OwnerRequest } from '../database/embedded/owner-socket.ts';
import { ServiceError } from '../errors.ts';

/**
 * Has a command carried out (owner-commands.ts has them all): by the process that owns the data folder, or by this one where there is none, or where the
 * database is a server. Every command must bear being carried out twice, since an owner may be killed before it answers.
 * @returns what the command gives, as JSON brings it
 */
export async function askOrRun(config: Config, request: OwnerRequest): Promise<unknown> {
  if (config.databaseUrl !== undefined) return runHere(config, request);
  const owner = await askOrBecomeOwner(config.dataDir, request, new AbortController().signal);
  if ('answer' in owner) {
    if (!owner.answer.ok) throw new ServiceError('INTERNAL', owner.answer.problem);
    return owner.answer.result;
  }
  try {
    return await runHere(config, request);
  } finally {
    owner.lock.release();
  }
}

/** Loaded only where it is needed: whoever asks the owner needs no database. */
async function runHere(config: Config, request: OwnerRequest): Promise<unknown> {
  const { runInProcess } = await import('./run-in-process.ts');
  return runInProcess(config, request);
}
