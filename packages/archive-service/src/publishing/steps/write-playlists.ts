import { relativeUrl } from '../archive-layout.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import type { Assembly } from '../assembly/assembly.ts';
import { mediaPlaylist, multivariantPlaylist } from '../media/playlist-text.ts';
import type { PlaylistEntry, Variant } from '../media/playlist-text.ts';
import type { PublicationPorts } from '../publication.ts';
import { writeText } from '../write-text.ts';

/** Some players begin with the rendition that is listed first: one that most connections carry at once. */
const FIRST_MAX_BANDWIDTH = 2_500_000;

/** Writes a playlist of keyframe ranges for each rendition, and the multivariant one. */
export async function writePlaylists(
  assembly: Assembly,
  layout: ArchiveLayout,
  { store, signal }: Pick<PublicationPorts, 'store' | 'signal'>,
): Promise<void> {
  const variants: Variant[] = [];
  for (const [index, rendition] of assembly.renditions.entries()) {
    const key = layout.playlist(rendition.name);
    await writeText(store, key, mediaPlaylist(entriesOf(assembly, index, key)), signal);
    variants.push({ ...rendition, uri: relativeUrl(layout.multivariant, key) });
  }
  await writeText(store, layout.multivariant, multivariantPlaylist(inOrder(variants)), signal);
}

function* entriesOf(assembly: Assembly, rendition: number, playlistKey: string): Generator<PlaylistEntry> {
  let last = -1;
  let file = { target: '', uri: '' };
  for (const { piece, target, offset, length, whole, start, end } of assembly.rangesFrom(rendition, 0)) {
    const opens = piece !== last;
    last = piece;
    // Several ranges of one file follow each other.
    if (file.target !== target) file = { target, uri: relativeUrl(playlistKey, target) };
    yield {
      uri: file.uri,
      range: whole ? undefined : { offset, length },
      start,
      end,
      discontinuity: opens && piece > 0,
      programTime: opens ? assembly.pieces[piece]?.programTime : undefined,
    };
  }
}

function inOrder(variants: readonly Variant[]): readonly Variant[] {
  const sorted = [...variants].sort((a, b) => b.bandwidth - a.bandwidth);
  const first = sorted.find(({ bandwidth }) => bandwidth <= FIRST_MAX_BANDWIDTH) ?? sorted.at(-1);
  return first ? [first, ...sorted.filter((variant) => variant !== first)] : [];
}
