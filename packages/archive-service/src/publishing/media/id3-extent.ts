/** Bytes of a tag's header, of its extended header, of its footer, and of a frame's header. */
const HEADER = 10;
const HAS_EXTENDED_HEADER = 0x40;

/**
 * Whether each tag ends within the data. The library that reads them goes on through all that a tag claims to have, which may be 256 MB: a few damaged bytes in
 * each tag would keep the service busy for hours. Goes from frame to frame as the library does, since what is no header elsewhere may well be text.
 */
export function endsWithin(data: Uint8Array): boolean {
  let at = 0;
  while (startsWith(data, at, 'ID3')) {
    const size = sizeAt(data, at + 6);
    at += ((data[at + 5] ?? 0) & HAS_EXTENDED_HEADER) === 0 ? HEADER : 2 * HEADER;
    const end = at + size;
    // The size of a tag may count its extended header, which was stepped over.
    if (end > data.length + HEADER) return false;
    while (at + HEADER < end) at += HEADER + sizeAt(data, at + 4);
    if (startsWith(data, at, '3DI')) at += HEADER;
  }
  return true;
}

function startsWith(data: Uint8Array, at: number, mark: string): boolean {
  if (at + HEADER > data.length) return false;
  for (let index = 0; index < mark.length; index += 1)
    if (data[at + index] !== mark.charCodeAt(index)) return false;
  return true;
}

/** Four bytes of seven bits; as much of it as there is. */
function sizeAt(data: Uint8Array, at: number): number {
  let size = 0;
  for (let index = 0; index < 4; index += 1) size = size * 128 + ((data[at + index] ?? 0) & 0x7f);
  return size;
}
