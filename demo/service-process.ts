import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DemoError } from './demo-error.ts';

const PROGRAM = fileURLToPath(new URL('../packages/archive-service/bin/archive-service.js', import.meta.url));

/** Of the surrounding environment these would turn the embedded defaults into somebody's real installation. */
const NOT_OURS = /^(AWS_.*|DATABASE_URL|SQS_QUEUE_URL|LOG_LEVEL)$/;

const READY_WITHIN_MS = 45_000;
const ASK_EVERY_MS = 50;
/** What a stopping service may take before it is killed: it gives its jobs back first. */
const STOP_WITHIN_MS = 12_000;

export interface ServiceOptions {
  readonly port: number;
  /** The service's own settings; `HOST` and `PORT` are added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** The archive service as a process of its own, as an operator would run it. */
export class ServiceProcess {
  readonly url: string;
  readonly #options: ServiceOptions;
  #child: ChildProcess | undefined;

  constructor(options: ServiceOptions) {
    this.url = `http://localhost:${options.port}`;
    this.#options = options;
  }

  /** `undefined` while it is not running. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Starts it and waits until it is ready; also after `kill` or `stop`, on the same port and data.
   * @throws DemoError with the last lines of its log when it ends instead.
   */
  async start(signal?: AbortSignal): Promise<void> {
    const { port, environment, logFile } = this.#options;
    const log = openSync(logFile, 'a');
    const inherited = Object.entries(process.env).filter(([name]) => !NOT_OURS.test(name));
    const child = spawn(process.execPath, ['--conditions=vitrine-source', PROGRAM, 'serve'], {
      env: { ...Object.fromEntries(inherited), ...environment, HOST: 'localhost', PORT: String(port) },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    await this.#untilReady(child, signal);
  }

  /** Sends a signal and waits until the process is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const late = setTimeout(() => void this.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.kill('SIGTERM');
    clearTimeout(late);
  }

  async #untilReady(child: ChildProcess, signal?: AbortSignal): Promise<void> {
    const failed = new AbortController();
    child.once('error', () => failed.abort());
    child.once('exit', () => failed.abort());
    signal?.addEventListener('abort', () => failed.abort(), { signal: failed.signal });
    const late = AbortSignal.timeout(READY_WITHIN_MS);
    while (!failed.signal.aborted && !late.aborted) {
      if (await isReady(this.url)) return;
      await wait(ASK_EVERY_MS, undefined, { signal: failed.signal }).catch(() => undefined);
    }
    await this.kill();
    signal?.throwIfAborted();
    const how = late.aborted ? `was not ready after ${READY_WITHIN_MS / 1000} s` : 'ended at its start';
    throw new DemoError(`The service ${how}. ${this.#options.logFile} says:\n${await this.#lastWords()}`);
  }

  async #lastWords(): Promise<string> {
    const text = await readFile(this.#options.logFile, 'utf8');
    return text.trimEnd().split('\n').slice(-8).join('\n');
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
