/** `npm start`: brings up the demo, says where it is, and stops it cleanly on Ctrl-C. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readPorts } from './ports.ts';
import { startDemo } from './start-demo.ts';

const DATA_DIR = fileURLToPath(new URL('../.vitrine/demo', import.meta.url));

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

try {
  console.log('Starting Vitrine’s demo …');
  const demo = await startDemo({
    ports: readPorts(process.env),
    dataDir: DATA_DIR,
    build: true,
    autoHost: true,
    recordedShow: true,
    signal: stop.signal,
    onProgress: (line) => console.log(`  ${line}`),
  });
  console.log(`Vitrine is ready: ${demo.shopUrl}/`);
  console.log(
    `  The QA panel is at ${demo.shopUrl}/?qa, every state of the player at ${demo.shopUrl}/states.`,
  );
  console.log('  Ctrl-C stops everything.');
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  console.log('Stopping …');
  await demo.close();
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
