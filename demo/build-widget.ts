import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { DemoError } from './demo-error.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The widget's built files. */
export const WIDGET_DIR = fileURLToPath(new URL('../packages/player-widget/dist/', import.meta.url));

/** Builds the widget's bundles, as `npm run build` does. */
export async function buildWidget(signal?: AbortSignal): Promise<void> {
  const rollup = fileURLToPath(new URL('../node_modules/rollup/dist/bin/rollup', import.meta.url));
  const child = spawn(process.execPath, [rollup, '-c', '--silent'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal && { signal }),
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  if (code !== 0) throw new DemoError(`The widget could not be built:\n${said.trimEnd()}`);
}
