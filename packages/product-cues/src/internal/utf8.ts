// Browsers and Node both have these two; naming them here spares the package the libraries of either.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/** Throws where the bytes are not UTF-8, so that damage is not read as replacement characters. */
export function utf8Text(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
