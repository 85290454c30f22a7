import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const BIN = fileURLToPath(new URL('../../../packages/player-widget/bin/', import.meta.url));

/** The build as a release in a folder, as somebody lays it out who hosts it. */
export async function writeRelease(folder: string): Promise<void> {
  await run(process.execPath, [`${BIN}vitrine-release.js`, folder]);
}

/** The tags that a page pastes whose player plays at once. */
export async function generateSnippet(
  folder: string,
  base: string,
  ahead: 'archive' | 'live',
  attributes: Readonly<Record<string, string>>,
): Promise<string> {
  const pairs = Object.entries({ ...attributes, autoplay: '', muted: '' }).map(
    ([name, value]) => `${name}=${value}`,
  );
  const { stdout } = await run(process.execPath, [
    `${BIN}vitrine-snippet.js`,
    folder,
    base,
    `--ahead=${ahead}`,
    ...pairs,
  ]);
  return stdout;
}
