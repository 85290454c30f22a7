import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Result, Task } from './contender.ts';

export type ContenderName = 'publication' | 'bare-sdk';

export interface Contender {
  run(task: Task): Promise<Result>;
  stop(): Promise<void>;
}

/** A process that does tasks for as long as it is wanted. */
export function startContender(name: ContenderName): Contender {
  const child = start(`${name}.ts`, []);
  return {
    async run(task) {
      child.send(task);
      return (await reply(child)) as Result;
    },
    stop: () => stop(child),
  };
}

export interface StandIn {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * @param root - folder that holds one folder for each bucket
 * @param delay - ms from each request to its answer
 */
export async function startStandIn(root: string, delay: number): Promise<StandIn> {
  const child = start('s3-stand-in.ts', [root, String(delay)]);
  const port = await reply(child);
  return { endpoint: `http://127.0.0.1:${String(port)}`, stop: () => stop(child) };
}

function start(file: string, args: readonly string[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    execArgv: ['--conditions=vitrine-source', '--expose-gc'],
    env: { ...process.env, AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' },
  });
}

async function reply(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  try {
    const [message] = (await Promise.race([
      once(child, 'message', { signal: ended.signal }),
      once(child, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('a process of the bench ended in the middle of its work');
      }),
    ])) as unknown[];
    return message;
  } finally {
    ended.abort();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
