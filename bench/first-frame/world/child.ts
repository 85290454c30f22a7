import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process beside this one that begins with a message and answers each with one. */
export interface Child {
  /** Its next message. */
  answer(): Promise<unknown>;
  ask(question: object): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param file - beside this one */
export function startChild(file: string): Child {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [], {
    execArgv: ['--conditions=vitrine-source'],
  });
  const answer = async (): Promise<unknown> => {
    const ended = new AbortController();
    try {
      const [message] = (await Promise.race([
        once(child, 'message', { signal: ended.signal }),
        once(child, 'exit', { signal: ended.signal }).then(() => {
          throw new Error(`the process of ${file} ended`);
        }),
      ])) as unknown[];
      return message;
    } finally {
      ended.abort();
    }
  };
  return {
    answer,
    ask(question) {
      const answered = answer();
      child.send(question);
      return answered;
    },
    async stop() {
      if (!child.connected) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
