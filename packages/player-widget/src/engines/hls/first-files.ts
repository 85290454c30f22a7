export interface Wanted {
  readonly url: string;
  /** In bytes; the end is the first one behind it. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly isMedia?: boolean;
}

/** Of what is thought to be there, no more than this is taken for a beginning. */
const CAUTION = 0.7;

/** Of the rendition with the most bits a second that the bandwidth carries, or else with the fewest; `undefined` where none is listed. */
export function firstPlaylist(multivariant: string, bandwidth: number): Wanted | undefined {
  const renditions = [
    ...multivariant.matchAll(/^#EXT-X-STREAM-INF:(?:.*,)?BANDWIDTH=(\d+).*\r?\n([^#\s].*?)[ \t]*\r?$/gm),
  ].map(([, bits, url = '']) => ({ bits: Number(bits), url }));
  renditions.sort((a, b) => a.bits - b.bits);
  const found = renditions.findLast(({ bits }) => bits <= bandwidth * CAUTION) ?? renditions[0];
  return found && { url: found.url };
}

/** Of a playlist that is complete: where a live one begins is for the engine to say. */
export function firstSegment(playlist: string): Wanted | undefined {
  const [, tags = '', url = ''] = /#EXTINF:.*((?:\r?\n#.*)*)\r?\n([^#\s].*?)[ \t]*\r?$/m.exec(playlist) ?? [];
  if (!url || !playlist.includes('#EXT-X-ENDLIST')) return undefined;
  const [, length, start] = /#EXT-X-BYTERANGE:(\d+)(?:@(\d+))?/.exec(tags) ?? [];
  if (!length) return { url, isMedia: true };
  const from = Number(start ?? 0);
  return { url, isMedia: true, range: { start: from, end: from + Number(length) } };
}
