import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ServiceError, messageOf } from '../../errors.ts';

/** What a command asks of the process that owns the data folder, and what that answers: one line of JSON each. */
export interface OwnerRequest {
  readonly command: string;
  readonly body?: unknown;
}
export type OwnerAnswer =
  { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly problem: string };

export type OwnerHandler = (request: OwnerRequest) => Promise<unknown>;

/** Milliseconds that an answer waits to be taken. */
const HEARD_WITHIN = 2_000;

export interface OwnerSocket {
  /** Takes no further command, and resolves when those that it took are answered. */
  close(): Promise<void>;
}

/** Answers other processes of this machine and user. The caller owns the data folder. */
export async function openOwnerSocket(dataDir: string, handle: OwnerHandler): Promise<OwnerSocket> {
  const path = socketPath(dataDir);
  // Left behind by an owner that was killed: there is no other owner now.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const open = new Set<Promise<void>>();
  const silent = new Set<Socket>();
  const server = createServer((socket) => {
    silent.add(socket);
    const heard = (): void => void silent.delete(socket);
    const served = serve(socket, handle, heard).finally(() => {
      heard();
      open.delete(served);
    });
    open.add(served);
  });
  server.listen(path);
  await once(server, 'listening');
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  return {
    async close() {
      const closed = once(server, 'close');
      server.close();
      // Who has asked nothing yet asks the next owner.
      for (const socket of silent) socket.destroy();
      await Promise.all([...open]);
      await closed;
    },
  };
}

async function serve(socket: Socket, handle: OwnerHandler, heard: () => void): Promise<void> {
  // Whoever asks may die before it hears the answer.
  socket.on('error', () => undefined);
  for await (const line of linesOf(socket)) {
    heard();
    socket.end(`${JSON.stringify(await answerTo(line, handle))}\n`);
    break;
  }
  // Whoever does not take the answer must not hold up the end.
  socket.setTimeout(HEARD_WITHIN, () => socket.destroy());
  if (!socket.destroyed) await once(socket, 'close');
}

function linesOf(socket: Socket): AsyncIterable<string> {
  const lines = createInterface(socket);
  // It waits for an end, which a socket that is destroyed never tells.
  socket.once('close', () => lines.close());
  return lines;
}

async function answerTo(line: string, handle: OwnerHandler): Promise<OwnerAnswer> {
  try {
    return { ok: true, result: await handle(JSON.parse(line) as OwnerRequest) };
  } catch (error) {
    return { ok: false, problem: messageOf(error) };
  }
}

/**
 * Asks the owner of the data folder.
 * @returns its answer; `undefined` when nobody listens, or it went away before it had answered: then ask again, or become the owner.
 */
export async function askOwner(
  dataDir: string,
  request: OwnerRequest,
  signal: AbortSignal,
): Promise<OwnerAnswer | undefined> {
  const socket = connect(socketPath(dataDir));
  const abort = (): void => void socket.destroy();
  signal.addEventListener('abort', abort, { once: true });
  const lines = linesOf(socket);
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    for await (const line of lines) return JSON.parse(line) as OwnerAnswer;
    return undefined;
  } catch {
    return undefined;
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
}

/** Paths of sockets are short (about a hundred bytes), those of data folders need not be. */
function socketPath(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 20);
  if (process.platform === 'win32') return `\\\\.\\pipe\\vitrine-${name}`;
  return join(ownFolder(), `${name}.sock`);
}

/** A folder of this user alone: nobody else may lay a socket there and be taken for the owner. */
function ownFolder(): string {
  const user = process.getuid?.() ?? 0;
  const folder = join(tmpdir(), `vitrine-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const facts = lstatSync(folder);
  if (!facts.isDirectory() || facts.uid !== user || (facts.mode & 0o077) !== 0) {
    throw new ServiceError(
      'DATA_DIR_UNUSABLE',
      `${folder} should be a folder that is yours alone: remove it, or set TMPDIR to another place.`,
    );
  }
  return folder;
}
