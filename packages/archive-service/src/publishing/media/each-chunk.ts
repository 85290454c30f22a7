import { finished } from 'node:stream';
import type { Readable } from 'node:stream';

/** Gives each chunk of a stream as it comes. `for await` would do the same, and costs as much again as looking through a small file. */
export async function eachChunk(body: Readable, take: (chunk: Uint8Array) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    finished(body, { writable: false }, (error) => {
      if (error) reject(error);
      else resolve();
    });
    body.on('data', (chunk: Uint8Array) => {
      try {
        take(chunk);
      } catch (error) {
        body.destroy(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}
