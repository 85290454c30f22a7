import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Began, Question, TrafficUntil } from './world-process.ts';

export interface RunningWorld extends Began {
  forget(): Promise<void>;
  trafficUntil(epoch: number): Promise<TrafficUntil>;
  stop(): Promise<void>;
}

/** Starts the process that everything is loaded from, over the slow network that lies before it. */
export async function startWorldProcess(): Promise<RunningWorld> {
  const child = fork(fileURLToPath(new URL('world-process.ts', import.meta.url)), [], {
    execArgv: ['--conditions=vitrine-source'],
  });
  const answer = async (): Promise<unknown> => {
    const ended = new AbortController();
    try {
      const [message] = (await Promise.race([
        once(child, 'message', { signal: ended.signal }),
        once(child, 'exit', { signal: ended.signal }).then(() => {
          throw new Error('the process that serves the pages ended');
        }),
      ])) as unknown[];
      return message;
    } finally {
      ended.abort();
    }
  };
  const ask = (question: Question): Promise<unknown> => {
    const answered = answer();
    child.send(question);
    return answered;
  };
  const began = (await answer()) as Began;
  return {
    ...began,
    async forget() {
      await ask({ ask: 'forget' });
    },
    async trafficUntil(until) {
      return (await ask({ ask: 'traffic', until })) as TrafficUntil;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
