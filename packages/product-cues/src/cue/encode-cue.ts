import { knownAvailability } from '../catalogue/availability.ts';
import { attempt, type Check, ifPresent } from '../internal/check.ts';
import { utf8Bytes } from '../internal/utf8.ts';
import { CueError } from './cue-error.ts';
import { CUE_MAX_BYTES, productCue, type ProductCue } from './product-cue.ts';

/**
 * The cue as text for the stream. Throws a CueError: CUE_INVALID where a reader would refuse the cue or a part of it,
 * CUE_TOO_LARGE (with `bytes`) over CUE_MAX_BYTES of UTF-8.
 */
export function encodeCue(cue: ProductCue): string {
  const checked = attempt(wholeCue, cue, 'cue');
  if (!checked.ok) throw new CueError('CUE_INVALID', `This cue cannot be sent: ${checked.problem}.`);
  const text = JSON.stringify({ vitrine: 1, ...checked.value });
  const bytes = utf8Bytes(text);
  if (bytes > CUE_MAX_BYTES) {
    throw new CueError(
      'CUE_TOO_LARGE',
      `The cue takes ${bytes} bytes of UTF-8; at most ${CUE_MAX_BYTES} can be sent. Show fewer products, or leave out hotspots or changed offers.`,
      bytes,
    );
  }
  return text;
}

/** A reader leaves out an availability that it does not know; whoever writes one shall hear of it. */
const wholeCue: Check<ProductCue> = (value, field) => {
  const cue = productCue(value, field);
  const { set } = value as ProductCue;
  for (const [id, change] of Object.entries(set ?? {})) {
    ifPresent(knownAvailability)(change.availability, `${field}.set.${id}.availability`);
  }
  return cue;
};
