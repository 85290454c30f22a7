import type { Starter } from '@vitrine/product-cues';
import type { PublishedLinks } from '../database/documents.ts';
import { relativeUrl } from './archive-layout.ts';
import type { ArchiveLayout } from './archive-layout.ts';

/** What a version has, beside playlists and timeline. Keys in the store. */
export interface MadeParts {
  readonly version: number;
  /** In seconds. */
  readonly duration: number;
  readonly captions: boolean;
  /** With keys in the place of URLs. */
  readonly starter?: Starter;
  readonly thumbnails?: string;
  readonly chapters?: string;
  readonly poster?: string;
  readonly posterIsChosen?: true;
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly endedAt?: string;
}

/** How a JSON that lies at `fromKey` reaches what was made. */
export function linksFrom(fromKey: string, layout: ArchiveLayout, made: MadeParts): PublishedLinks {
  const { version, duration, captions, starter, thumbnails, chapters, poster, posterIsChosen } = made;
  const { startedAt, endedAt } = made;
  const url = (key: string): string => relativeUrl(fromKey, key);
  const file = <File extends { readonly url: string }>(part: File): File => ({ ...part, url: url(part.url) });
  return {
    version,
    playback: {
      type: 'archive',
      url: url(layout.multivariant),
      duration,
      captions,
      ...(starter && {
        starter: {
          ...starter,
          video: file(starter.video),
          ...(starter.audio && { audio: file(starter.audio) }),
        },
      }),
      ...(thumbnails !== undefined && { thumbnailsUrl: url(thumbnails) }),
      ...(chapters !== undefined && { chaptersUrl: url(chapters) }),
    },
    timelineUrl: url(layout.timeline),
    ...(poster !== undefined && { poster: url(poster) }),
    ...(posterIsChosen && { posterIsChosen }),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
  };
}
