import { onAbort } from '../../internal/on-abort.ts';
import type { MediaEngine } from '../../media/media-engine.ts';

interface Voice {
  readonly host: HTMLElement;
  readonly engine: MediaEngine;
}

/** The players of this page that have had a picture. */
const voices = new Set<Voice>();

/**
 * Of several players on a page one is heard: whichever begins to sound pauses those that do, so that nobody misses what
 * they could not have understood. Silent ones go on, and so does whoever has the attribute `mix-sound`.
 */
export function soundAlone(voice: Voice, { signal }: { signal: AbortSignal }): void {
  voices.add(voice);
  onAbort(signal, () => voices.delete(voice));
  const yieldToThis = (): void => {
    if (!isHeard(voice)) return;
    for (const other of voices) if (other !== voice && isHeard(other)) other.engine.pause();
  };
  for (const type of ['play', 'playing', 'volumechange'] as const)
    voice.engine.addEventListener(type, yieldToThis, { signal });
  // It may be heard already.
  yieldToThis();
}

function isHeard({ host, engine }: Voice): boolean {
  return !engine.paused && !engine.muted && engine.volume > 0 && !host.hasAttribute('mix-sound');
}
