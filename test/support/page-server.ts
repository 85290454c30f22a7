import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestPage {
  /** The page's origin and path. */
  readonly url: string;
  /** Policy violations that the browser reported. */
  readonly violations: unknown[];
  close(): Promise<void>;
}

export interface TestPageOptions {
  /** Markup of the body. */
  readonly body: string;
  readonly head?: string;
  /** Content-Security-Policy; without one the page has none. */
  readonly csp?: string;
}

/** Serves one page on an origin of its own, as a retailer's shop would. */
export async function servePage(options: TestPageOptions): Promise<TestPage> {
  const violations: unknown[] = [];
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">${options.head ?? ''}</head><body>${options.body}</body></html>`;
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let report = '';
      request.on('data', (chunk) => (report += String(chunk)));
      request.on('end', () => {
        violations.push(JSON.parse(report || 'null'));
        response.writeHead(204).end();
      });
      return;
    }
    if (request.url !== '/') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(options.csp ? { 'content-security-policy': `${options.csp}; report-uri /report` } : {}),
    });
    response.end(html);
  });
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    violations,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}
