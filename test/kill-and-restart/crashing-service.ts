/** A service whose process kills itself at a moment that its parent names, as if by SIGKILL from outside, and tells its parent what its database holds. */
import { flushCompileCache } from 'node:module';
import { readConfig, startService } from '@vitrine/archive-service';
import { openWatched, readRows, watchStore } from '@vitrine/archive-service/testing';
import type { Moment } from './moment.ts';

const moment = JSON.parse(process.env['CRASH'] ?? 'null') as Moment | null;
const calls = { store: 0, database: 0 };

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Counts every call of a kind, and dies before or after the one that is named. */
function counting(kind: keyof typeof calls) {
  const isTime = (when: string): boolean =>
    moment?.by === kind && moment.when === when && moment.call === calls[kind];
  return {
    before() {
      calls[kind] += 1;
      if (isTime('before')) die();
    },
    after() {
      if (isTime('after')) die();
    },
  };
}

const config = readConfig(process.env);
const service = await startService(config, {
  wrapStore: (store) => watchStore(store, counting('store')),
  ...(config.databaseUrl === undefined && {
    database: await openWatched(config.dataDir, counting('database')),
  }),
  checkpoint: async (step) => {
    if (moment?.by === 'step' && moment.step === step) die();
  },
});

process.on('message', () => {
  const answer = readRows(service.services.db).then(
    (rows) => ({ rows, calls }),
    (error: unknown) => ({ problem: String(error) }),
  );
  void answer.then((said) => process.send?.(said));
});
// By itself it would be written at an exit, which never comes.
flushCompileCache();
process.send?.({ url: service.url });
