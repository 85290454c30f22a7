import type { ObjectHeaders } from '../stores/object-store.ts';

/** A version never changes: whoever has a file of it need never ask again. */
const FOREVER = 'public, max-age=31536000, immutable';
/** A pointer moves with each publication and each edit: viewers and the CDN look again soon, and may show the last one while they do. */
const SHORTLY = 'public, max-age=5, stale-while-revalidate=30';

const POINTERS = 'v1/events/';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  m3u8: 'application/vnd.apple.mpegurl',
  ts: 'video/mp2t',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  m4s: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
};

/** Where the parts of one version lie. All are keys in the store; URLs between them are made by `relativeUrl`. */
export interface ArchiveLayout {
  readonly folder: string;
  readonly multivariant: string;
  readonly timeline: string;
  readonly event: string;
  readonly starterVideo: string;
  readonly starterAudio: string;
  readonly chapters: string;
  /** The WebVTT file that says which thumbnail belongs to which time. */
  readonly thumbnails: string;
  thumbnail(index: number): string;
  readonly poster: string;
  playlist(rendition: string): string;
  /**
   * @param recording - the recording's place in the event, from 0
   * @param rendition - as the recording calls it
   * @param index - the file's place in that rendition from 0, whatever number the recording gave it
   */
  segment(recording: number, rendition: string, index: number): string;
}

/** All versions of an event, as a prefix of keys. */
export const archiveFolder = (eventId: string): string => `archive/${eventId}/`;

export function archiveLayout(eventId: string, version: number): ArchiveLayout {
  const folder = `archive/${eventId}/${String(version)}`;
  return {
    folder,
    multivariant: `${folder}/multivariant.m3u8`,
    timeline: `${folder}/timeline.json`,
    event: `${folder}/event.json`,
    starterVideo: `${folder}/starter/video.mp4`,
    starterAudio: `${folder}/starter/audio.m4a`,
    chapters: `${folder}/chapters.vtt`,
    thumbnails: `${folder}/thumbnails.vtt`,
    thumbnail: (index) => `${folder}/thumbnails/${String(index)}.jpg`,
    poster: `${folder}/poster.jpg`,
    playlist: (rendition) => `${folder}/media/${rendition}/playlist.m3u8`,
    segment: (recording, rendition, index) =>
      `${folder}/media/${rendition}/${String(recording)}-${String(index)}.ts`,
  };
}

/** The object that is event JSON and switch at once, under the event's id or its slug: the same path as the service's public route. */
export function pointerKey(idOrSlug: string): string {
  return POINTERS + idOrSlug;
}

/** The id or slug of which a key is the pointer. */
export function namedByPointer(key: string): string {
  return key.slice(POINTERS.length);
}

/** How to reach one key from another, as a URL: archives hold only such, so that they can be moved as a whole. */
export function relativeUrl(fromKey: string, toKey: string): string {
  const from = fromKey.split('/').slice(0, -1);
  const to = toKey.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared).map(encodeURIComponent)].join('/');
}

/** Type and cache time with which an object is served: the one place that decides, for every store and for `/media/*`. */
export function describeKey(key: string): ObjectHeaders {
  if (key.startsWith(POINTERS)) return { contentType: 'application/json', cacheControl: SHORTLY };
  const extension = /\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? '';
  const contentType = CONTENT_TYPES[extension] ?? 'application/octet-stream';
  return { contentType, cacheControl: key.startsWith('archive/') ? FOREVER : SHORTLY };
}
