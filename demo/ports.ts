import { createServer } from 'node:net';
import { once } from 'node:events';
import { DemoError } from './demo-error.ts';

/** The demo's four origins. */
export interface Ports {
  readonly shop: number;
  readonly service: number;
  readonly cdn: number;
  readonly ivs: number;
}

export const DEFAULT_PORTS: Ports = { shop: 4100, service: 4200, cdn: 4300, ivs: 4400 };

/** 0 asks for any free port. */
export const FREE_PORTS: Ports = { shop: 0, service: 0, cdn: 0, ivs: 0 };

const PARTS = [
  ['shop', 'SHOP_PORT', 'the shop page'],
  ['service', 'SERVICE_PORT', 'the service'],
  ['cdn', 'CDN_PORT', 'the CDN origin'],
  ['ivs', 'IVS_PORT', 'the local IVS'],
] as const;

/**
 * The ports from `SHOP_PORT`, `SERVICE_PORT`, `CDN_PORT` and `IVS_PORT`, or the defaults.
 * @throws DemoError for one that is no port.
 */
export function readPorts(environment: NodeJS.ProcessEnv): Ports {
  const ports: Record<keyof Ports, number> = { ...DEFAULT_PORTS };
  for (const [part, variable] of PARTS) {
    const text = environment[variable];
    if (text === undefined || text === '') continue;
    const port = Number(text);
    if (!/^\d+$/.test(text) || port > 65_535) {
      throw new DemoError(`${variable} should be a port from 0 (any free one) to 65535, not "${text}".`);
    }
    ports[part] = port;
  }
  return ports;
}

/** Listens for a moment; answers the port, or `undefined` when somebody else has it. */
async function tryPort(port: number, host: string): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' ? address?.port : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A machine without IPv6 has no second address to be taken.
    if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return port;
    return undefined;
  } finally {
    server.close();
  }
}

/**
 * Makes sure, before anything is built or started, that all ports can be had, and picks those that are 0.
 * @throws DemoError naming the port, who wants it, and the variable that moves it.
 */
export async function choosePorts(wanted: Ports): Promise<Ports> {
  const chosen: Record<keyof Ports, number> = { ...wanted };
  for (const [part, variable, name] of PARTS) {
    const port = await tryPort(wanted[part], '127.0.0.1');
    // A browser that is sent to localhost may try either address first.
    if (port === undefined || (await tryPort(port, '::1')) === undefined) {
      throw new DemoError(
        `Port ${wanted[part]} for ${name} is taken: stop what uses it, or set ${variable} to another.`,
      );
    }
    chosen[part] = port;
  }
  return chosen;
}
