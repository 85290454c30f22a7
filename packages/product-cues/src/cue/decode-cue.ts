import { attempt } from '../internal/check.ts';
import { isObject } from '../internal/check-shapes.ts';
import { utf8Bytes, utf8Text } from '../internal/utf8.ts';
import { CUE_MAX_BYTES, productCue, type ProductCue } from './product-cue.ts';

export type CueRejection =
  /** Not UTF-8, or not JSON. */
  | 'not-json'
  /** JSON of somebody else: no object, or without `vitrine`. */
  | 'not-a-cue'
  /** `vitrine` is not 1. */
  | 'wrong-version'
  /** Over CUE_MAX_BYTES; it is not even parsed. */
  | 'too-large'
  /** A field is not what it must be; `detail` names it. */
  | 'bad-field';

export type DecodedCue =
  | { readonly ok: true; readonly cue: ProductCue }
  | { readonly ok: false; readonly reason: CueRejection; readonly detail: string };

/** Reads a cue as the stream brought it. Never throws: timed metadata may be anybody's. */
export function decodeCue(text: string | Uint8Array): DecodedCue {
  // The text comes through vendors' untyped hands: what is neither text nor bytes has no length, and fails as JSON.
  const bytes = typeof text === 'string' ? utf8Bytes(text) : text?.byteLength;
  if (bytes > CUE_MAX_BYTES) return rejected('too-large', `${bytes} bytes, at most ${CUE_MAX_BYTES}`);
  const json = attempt(
    (): unknown => JSON.parse(typeof text === 'string' ? text : utf8Text(text)),
    text,
    'text',
  );
  if (!json.ok) return rejected('not-json', json.problem);
  const fields = json.value;
  if (!isObject(fields) || fields['vitrine'] === undefined) return rejected('not-a-cue', 'no "vitrine"');
  if (fields['vitrine'] !== 1) return rejected('wrong-version', '"vitrine" is not 1');
  const cue = attempt(productCue, fields, 'cue');
  return cue.ok ? { ok: true, cue: cue.value } : rejected('bad-field', cue.problem);
}

function rejected(reason: CueRejection, detail: string): DecodedCue {
  return { ok: false, reason, detail };
}
