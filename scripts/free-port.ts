import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** @returns a port that nobody listens on, given by the system: no two programs that ask at the same time get the same. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
