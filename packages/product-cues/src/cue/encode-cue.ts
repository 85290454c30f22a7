import { isAvailability } from '../catalogue/availability.ts';
import { read, refuse } from '../internal/check.ts';
import { utf8Bytes } from '../internal/utf8.ts';
import { CueError } from './cue-error.ts';
import { checkCue, CUE_MAX_BYTES, type ProductCue } from './product-cue.ts';

/**
 * The cue as text for the stream; equal cues give equal text. Throws a CueError: CUE_INVALID where a reader would refuse
 * the cue, CUE_TOO_LARGE (with `bytes`) over CUE_MAX_BYTES of UTF-8.
 */
export function encodeCue(cue: ProductCue): string {
  const checked = read(() => {
    for (const [id, { availability }] of Object.entries(cue.set ?? {})) {
      // A reader would leave it out; whoever writes it shall hear of it.
      if (availability !== undefined && !isAvailability(availability)) {
        refuse(`set.${id}.availability`, availability, 'in_stock, out_of_stock or preorder');
      }
    }
    return checkCue({ ...cue });
  });
  if (!checked.ok) throw new CueError('CUE_INVALID', `The cue cannot be sent: ${checked.problem}.`);
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
