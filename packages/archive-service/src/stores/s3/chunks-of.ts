import { addAbortSignal, type Readable } from 'node:stream';

export interface Chunk {
  readonly bytes: Buffer;
  readonly isLast: boolean;
}

/** A stream's bytes in pieces of one size, the last one as long as it is; one empty piece where there are none. */
export async function* chunksOf(
  body: Readable,
  size: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Chunk, undefined> {
  if (signal) addAbortSignal(signal, body);
  let held: Buffer[] = [];
  let length = 0;
  for await (const piece of body as AsyncIterable<Buffer | string>) {
    let rest = typeof piece === 'string' ? Buffer.from(piece) : piece;
    // A full one is kept until something follows: only then it is known not to be the last.
    while (length + rest.length > size) {
      const cut = size - length;
      yield { bytes: Buffer.concat([...held, rest.subarray(0, cut)]), isLast: false };
      rest = rest.subarray(cut);
      held = [];
      length = 0;
    }
    held.push(rest);
    length += rest.length;
  }
  yield { bytes: Buffer.concat(held), isLast: true };
  return undefined;
}
