import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

export interface Running {
  input: Writable;
  output: Readable;
  done: Promise<void>;
}

/** Starts ffmpeg; what it has to say appears only when it fails. */
export function ffmpeg(args: readonly string[]): Running {
  const child = spawn('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const done = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)}: ${complaint.trim()}`);
  });
  return { input: child.stdin, output: child.stdout, done };
}

/** Writes, waiting whenever the reader is behind. */
export async function feed(input: Writable, data: Uint8Array): Promise<void> {
  if (!input.write(data)) await once(input, 'drain');
}
