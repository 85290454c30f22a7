import type { TimedMetadata } from '../media/timed-metadata.ts';

/** An ID3 frame as @svta/cml-id3 and Safari's DataCue both give it. */
export interface MetadataFrame {
  readonly key: string;
  readonly info?: unknown;
  readonly data: unknown;
}

/** PRIV frames (owner, bytes) and TXXX frames (description, text) carry text of others; no other frame does. */
export function readFrame({ key, info, data }: MetadataFrame, time: number): TimedMetadata | undefined {
  if (key !== 'PRIV' && key !== 'TXXX') return undefined;
  const text = typeof data === 'string' ? data : decode(data);
  return text === undefined ? undefined : { time, owner: typeof info === 'string' ? info : '', text };
}

function decode(data: unknown): string | undefined {
  if (data instanceof ArrayBuffer || data instanceof Uint8Array) return new TextDecoder().decode(data);
  return undefined;
}
