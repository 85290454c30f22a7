import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../bin/archive-service.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the program as an operator would, to its end. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<Ended> {
  const child = start(args, environment);
  child.stdin?.end(input);
  const [output, errors, [code]] = await Promise.all([
    read(child.stdout),
    read(child.stderr),
    once(child, 'exit'),
  ]);
  return { code: code as number | null, output, errors };
}

export interface Serving {
  readonly url: string;
  readonly process: ChildProcess;
  /** Sends a signal, and resolves with the exit code when the process is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `serve`, and resolves when it says that it is ready. */
export function serve(environment: Readonly<Record<string, string>>): Promise<Serving> {
  return stayUp(['serve'], environment);
}

/** The same for any command that stays; `url` is what it is ready with. */
export async function stayUp(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Serving> {
  const child = start(args, { PORT: '0', ...environment });
  if (!child.stdout) throw new Error('The command was started without its output.');
  const errors = read(child.stderr);
  for await (const line of createInterface(child.stdout)) {
    const url = /ready: (\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    return {
      url,
      process: child,
      async end(signal) {
        const gone = once(child, 'exit');
        child.kill(signal);
        return (await gone)[0] as number | null;
      },
    };
  }
  throw new Error(`${args.join(' ')} ended before it was ready: ${await errors}`);
}

function start(args: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  const { PATH = '', HOME = '', TMPDIR, NODE_COMPILE_CACHE } = process.env;
  const inherited = {
    PATH,
    HOME,
    LOG_LEVEL: 'error',
    ...(TMPDIR !== undefined && { TMPDIR }),
    ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
  };
  return spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...inherited, ...environment },
    stdio: 'pipe',
  });
}

const read = async (stream: NodeJS.ReadableStream | null): Promise<string> => (stream ? text(stream) : '');
