import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Rows } from '@vitrine/archive-service/testing';
import type { Moment } from './moment.ts';

const PROGRAM = fileURLToPath(new URL('crashing-service.ts', import.meta.url));

export interface Seen {
  readonly rows: Rows;
  readonly calls: { readonly store: number; readonly database: number };
}

/** One process of the service, from its start to its end. */
export class Life {
  readonly #child: ChildProcess;
  readonly #startedAt = performance.now();
  readonly #url: Promise<string | undefined>;
  readonly #exit: Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>;
  #stderr = '';

  constructor(environment: Readonly<Record<string, string>>, moment: Moment | undefined) {
    const { PATH = '' } = process.env;
    this.#child = fork(PROGRAM, {
      execArgv: ['--conditions=vitrine-source'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        PATH,
        LOG_LEVEL: 'fatal',
        PORT: '0',
        ...environment,
        ...(moment && { CRASH: JSON.stringify(moment) }),
      },
    });
    this.#child.stderr?.on('data', (data: Buffer) => (this.#stderr += data.toString()));
    this.#exit = once(this.#child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    const told = once(this.#child, 'message').then(([said]) => (said as { url: string }).url);
    this.#url = Promise.race([told, this.#exit.then(() => undefined)]);
    if (moment?.by === 'time') {
      const timer = setTimeout(() => this.#child.kill('SIGKILL'), moment.ms);
      void this.#exit.then(() => {
        clearTimeout(timer);
      });
    }
  }

  /** Where it listens, once it does; `undefined` when it ended before. */
  get url(): Promise<string | undefined> {
    return this.#url;
  }

  /** Milliseconds since its start. */
  get age(): number {
    return performance.now() - this.#startedAt;
  }

  /** Resolves with `true` when it was killed. @throws when it ended in another way */
  get killed(): Promise<true> {
    return this.#exit.then(([code, signal]) => {
      if (signal === 'SIGKILL') return true;
      throw new Error(
        `the service ended by itself (code ${String(code)}, ${String(signal)}):\n${this.#stderr}`,
      );
    });
  }

  /** What its database holds now; `undefined` when it ended before it could say. */
  async look(): Promise<Seen | undefined> {
    if (!this.#child.connected) return undefined;
    const waiting = new AbortController();
    const answer = once(this.#child, 'message', { signal: waiting.signal }).then(
      ([said]) => said as Seen | { problem: string },
    );
    this.#child.send('look', () => undefined);
    try {
      const said = await Promise.race([answer, this.#exit.then(() => undefined)]);
      if (said && 'problem' in said) throw new Error(`the database cannot be read: ${said.problem}`);
      return said;
    } finally {
      answer.catch(() => undefined);
      waiting.abort();
    }
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }
}
