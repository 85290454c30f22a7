import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '../services.ts';
import { sweep } from './sweep.ts';

/** Sweeps now and every `SWEEP_SECONDS` until the signal aborts. Of several processes one at a time does. */
export async function sweepRounds(services: Services, signal: AbortSignal): Promise<void> {
  const { config, log } = services;
  while (!signal.aborted) {
    try {
      await sweep(services, signal);
    } catch (error) {
      if (!signal.aborted) log.error({ err: error }, 'the sweep was broken off');
    }
    await sleep(config.sweepSeconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}
