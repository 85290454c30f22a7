import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Downlink } from './downlink.ts';

export interface NetworkOptions {
  /** Of all connections together, towards the browser. */
  readonly bitsPerSecond: number;
  /** Milliseconds from a packet to its answer. */
  readonly roundTrip: number;
}

/** What went over it since it was last forgotten; times in epoch ms. */
export interface Traffic {
  readonly requests: readonly { readonly at: number; readonly line: string }[];
  readonly arrivals: readonly { readonly at: number; readonly bytes: number }[];
}

/** A slow network between a browser and everything on this machine: a SOCKS proxy, so that no worker and no process of the browser goes past it. */
export interface Network {
  readonly port: number;
  readonly traffic: Traffic;
  forget(): void;
  close(): Promise<void>;
}

const METHOD = /^(?:GET|HEAD|POST|OPTIONS) \S+/;
const GREETING = Buffer.from([5, 0]);
const CONNECTED = Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
const UNREACHABLE = Buffer.from([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]);
const NAME = 3;

export async function startNetwork({ bitsPerSecond, roundTrip }: NetworkOptions): Promise<Network> {
  const requests: { at: number; line: string }[] = [];
  const arrivals: { at: number; bytes: number }[] = [];
  const downlink = new Downlink(bitsPerSecond / 8000, roundTrip / 2, (bytes) =>
    arrivals.push({ at: epochNow(), bytes }),
  );
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client.setNoDelay().on('close', () => sockets.delete(client)));
    client.on('error', () => client.destroy());
    void open(client);
  });

  const open = async (client: Socket): Promise<void> => {
    await once(client, 'data');
    client.write(GREETING);
    const [wish] = (await once(client, 'data')) as [Buffer];
    const target = targetOf(wish);
    if (!target) return void client.end(UNREACHABLE);
    const origin = connect(target).setNoDelay();
    origin.on('error', () => client.destroy());
    client.on('close', () => origin.destroy());
    client.on('data', (bytes) => {
      const line = METHOD.exec(bytes.subarray(0, 2048).toString('latin1'))?.[0];
      if (line) requests.push({ at: epochNow(), line: `${line} :${String(target.port)}` });
      setTimeout(() => origin.writable && origin.write(bytes), roundTrip / 2);
    });
    // TCP's own handshake takes a trip.
    setTimeout(() => {
      if (!client.writable) return;
      client.write(CONNECTED);
      downlink.join(origin, client);
    }, roundTrip);
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    traffic: { requests, arrivals },
    forget() {
      requests.length = arrivals.length = 0;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Everything is on this machine; whatever lies elsewhere is not there. Chromium writes addresses as names, too. */
function targetOf(wish: Buffer): { host: string; port: number } | undefined {
  const host = wish[3] === NAME ? wish.subarray(5, -2).toString('latin1') : wish.subarray(4, -2).join('.');
  const port = wish.readUInt16BE(wish.length - 2);
  // By the one name with a dot the CDN is known, too.
  if (host === 'localhost' || host === 'cdn.test') return { host: 'localhost', port };
  return host === '127.0.0.1' ? { host, port } : undefined;
}

function epochNow(): number {
  return performance.timeOrigin + performance.now();
}
