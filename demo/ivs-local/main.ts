import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { HELP, readSettings } from './settings.ts';
import { startIvsLocal } from './start-ivs-local.ts';

/** The stand-in as a process of its own; see --help. */
async function main(): Promise<void> {
  const settings = await readSettings(process.argv.slice(2), process.env, (path) => readFile(path, 'utf8'));
  if (settings === 'help') {
    console.log(HELP);
    return;
  }
  const ivs = await startIvsLocal(settings.options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void ivs.close());
  console.log(`The local IVS is ready: ${ivs.url}`);
  for (const name of settings.channels) {
    const { arn, playbackUrl } = await ivs.createChannel(name);
    await ivs.goLive(arn);
    console.log(`On air: ${name}\n  channel  ${arn}\n  playback ${playbackUrl}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    console.error(`ivs-local: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  });
}
