import { mayCarryCue, segmentClock } from '@vitrine/product-cues';
import type { ProductCue } from '@vitrine/product-cues';
import { CueTexts } from './cue-texts.ts';
import { SegmentClocks } from './segment-clocks.ts';
import type { SeenClock } from './segment-clocks.ts';
import type { MetadataText } from './segment-id3.ts';

/** Something at a time stamp of a segment: `pts` alone says nothing, since time stamps begin again. */
export interface Sighting {
  /** Index of the segment in its rendition. */
  readonly segment: number;
  /** Ticks, as the segment's scan counts them. */
  readonly pts: number;
}

export interface CollectedCues {
  /** Each cue once, where it was first seen: the current one is repeated on air every few seconds. */
  readonly cues: readonly (Sighting & { readonly cue: ProductCue })[];
  /** The first program time that each segment carries, in their order. */
  readonly clocks: Iterable<SeenClock>;
  /** Texts that might have been cues, and were none. */
  readonly refused: number;
  /** Cues of other events. */
  readonly ignored: number;
}

/** Picks cues and program time out of a rendition's timed metadata, in whatever order its segments are read. Holds each cue once. */
export class CueCollector {
  readonly #cueKey: string | undefined;
  readonly #cues = new Map<number, Sighting & { readonly cue: ProductCue }>();
  readonly #clocks = new SegmentClocks();
  readonly #texts: CueTexts;
  #refused = 0;
  #ignored = 0;

  /** @param texts - shared by renditions that carry the same cues */
  constructor(cueKey: string | undefined, texts = new CueTexts()) {
    this.#cueKey = cueKey;
    this.#texts = texts;
  }

  take(segment: number, { pts, owner, text }: MetadataText): void {
    const programTime = segmentClock(owner, text);
    if (programTime !== undefined) this.#clocks.take({ segment, pts, programTime });
    if (!mayCarryCue(owner)) return;
    const decoded = this.#texts.decode(text);
    if (!decoded.ok) this.#refused += 1;
    else if (decoded.cue.e !== undefined && decoded.cue.e !== this.#cueKey) this.#ignored += 1;
    else {
      const seen = { segment, pts, cue: decoded.cue };
      if (isEarlier(seen, this.#cues.get(decoded.cue.n))) this.#cues.set(decoded.cue.n, seen);
    }
  }

  collected(): CollectedCues {
    return {
      cues: [...this.#cues.values()].sort(
        (a, b) => a.segment - b.segment || a.pts - b.pts || a.cue.n - b.cue.n,
      ),
      clocks: this.#clocks,
      refused: this.#refused,
      ignored: this.#ignored,
    };
  }
}

/** With the same place twice, the content decides: any rule will do, if only it is always the same. */
function isEarlier(a: Sighting, b: Sighting | undefined): boolean {
  if (!b) return true;
  const order = a.segment - b.segment || a.pts - b.pts;
  return order < 0 || (order === 0 && JSON.stringify(a) < JSON.stringify(b));
}
