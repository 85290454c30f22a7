import { readdirSync } from 'node:fs';

const WIDTH = 30;
const EVERY_MS = 1000;

/** Shows on a terminal how many of so many files lie below a folder. @returns what ends it */
export function showProgress(what: string, folder: string, files: number): () => void {
  const started = performance.now();
  const show = (): void => {
    const share = Math.min(countFiles(folder) / files, 1);
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    process.stderr.write(`\r${what} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %`);
  };
  const timer = process.stderr.isTTY ? setInterval(show, EVERY_MS) : undefined;
  if (!timer) process.stderr.write(`${what} …`);
  return () => {
    clearInterval(timer);
    if (timer) show();
    process.stderr.write(` ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  };
}

function countFiles(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.ts')).length;
  } catch {
    // Not there yet.
    return 0;
  }
}
