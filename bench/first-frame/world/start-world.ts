import { startChild } from './child.ts';
import type { Question, TrafficUntil } from './network-process.ts';
import type { Began } from './world-process.ts';

export interface RunningWorld extends Began {
  readonly proxyPort: number;
  forget(): Promise<void>;
  trafficUntil(epoch: number): Promise<TrafficUntil>;
  stop(): Promise<void>;
}

/** Starts what everything is loaded from, and the slow network that lies before it. */
export async function startWorldProcess(): Promise<RunningWorld> {
  const [world, network] = [startChild('world-process.ts'), startChild('network-process.ts')];
  const ask = (question: Question): Promise<unknown> => network.ask(question);
  const stop = async (): Promise<void> => {
    await Promise.all([world.stop(), network.stop()]);
  };
  const [began, { port }] = (await Promise.all([world.answer(), network.answer()]).catch(async (error) => {
    await stop();
    throw error;
  })) as [Began, { readonly port: number }];
  return {
    ...began,
    proxyPort: port,
    async forget() {
      await ask({ ask: 'forget' });
    },
    async trafficUntil(until) {
      return (await ask({ ask: 'traffic', until })) as TrafficUntil;
    },
    stop,
  };
}
