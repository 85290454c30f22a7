import { readFile } from 'node:fs/promises';
import { encodeCue, type ProductCue } from '@vitrine/product-cues';

/** What the host shows from a picture of the clip on: a cue without its number. */
export interface HostLine extends Omit<ProductCue, 'n' | 'e'> {
  /** Picture number in the clip. */
  readonly frame: number;
}

/** The host's lines of the sample footage, by frame. */
export async function readHostScript(): Promise<readonly HostLine[]> {
  const text = await readFile(new URL('seed/highlights.json', import.meta.url), 'utf8');
  const lines = JSON.parse(text) as readonly HostLine[];
  return lines.toSorted((a, b) => a.frame - b.frame);
}

/** The line that holds at a picture; `undefined` before the first. */
export function lineAt(script: readonly HostLine[], frame: number): HostLine | undefined {
  return script.findLast((line) => line.frame <= frame);
}

interface Broadcast {
  readonly cueKey: string;
  readonly fps: number;
  /** Pictures in the show. */
  readonly frames: number;
  /** Seconds after which the cue on air is sent again. */
  readonly repeatEvery: number;
}

/**
 * The texts that the service would have put into the stream, had it been there: each line on its picture, numbered,
 * and the current one again every few seconds.
 */
export function broadcastTexts(
  script: readonly HostLine[],
  { cueKey, fps, frames, repeatEvery }: Broadcast,
): readonly { readonly picture: number; readonly text: string }[] {
  return script.flatMap(({ frame, ...state }, index) => {
    const text = encodeCue({ ...state, e: cueKey, n: index + 1 });
    const end = script[index + 1]?.frame ?? frames;
    const step = repeatEvery * fps;
    const times = Math.ceil((end - frame) / step);
    return Array.from({ length: times }, (_, time) => ({ picture: frame + time * step, text }));
  });
}
