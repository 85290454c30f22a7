import { decodeCue } from '@vitrine/product-cues';
import type { DecodedCue } from '@vitrine/product-cues';

/** More than any recording repeats within the files that are read at once. */
const KEPT = 64;

/**
 * Decodes the texts of cues. The current cue is repeated on air every few seconds, and in every rendition: what was decoded lately is not decoded again, and its cue
 * is kept once.
 */
export class CueTexts {
  readonly #known = new Map<string, DecodedCue>();

  decode(text: string): DecodedCue {
    const known = this.#known.get(text);
    if (known) return known;
    const decoded = decodeCue(text);
    const [oldest] = this.#known.size < KEPT ? [] : this.#known.keys();
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(text, decoded);
    return decoded;
  }
}
