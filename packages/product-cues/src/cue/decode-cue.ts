import { isObject, read } from '../internal/check.ts';
import { utf8Bytes, utf8Text } from '../internal/utf8.ts';
import { checkCue, CUE_MAX_BYTES, type ProductCue } from './product-cue.ts';

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
  const bytes = typeof text === 'string' ? utf8Bytes(text) : text.byteLength;
  if (bytes > CUE_MAX_BYTES) return rejected('too-large', `${bytes} bytes, at most ${CUE_MAX_BYTES}`);
  const json = read((): unknown => JSON.parse(typeof text === 'string' ? text : utf8Text(text)));
  if (!json.ok) return rejected('not-json', json.problem);
  const fields = json.value;
  if (!isObject(fields) || !Object.hasOwn(fields, 'vitrine')) {
    return rejected('not-a-cue', 'no object with "vitrine"');
  }
  if (fields['vitrine'] !== 1) return rejected('wrong-version', '"vitrine" is not 1');
  const cue = read(() => checkCue(fields));
  return cue.ok ? { ok: true, cue: cue.value } : rejected('bad-field', cue.problem);
}

function rejected(reason: CueRejection, detail: string): DecodedCue {
  return { ok: false, reason, detail };
}
