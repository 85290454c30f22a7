import type { LiveEvent } from '@vitrine/product-cues';
import type { OwnFile } from './state.ts';

/** Subtitles of a show by their language: the first is said in two rows, the last runs from right to left. */
const SAID = {
  en: ['English', 'This is the cobalt mug: thrown by hand, glazed twice,\nand safe in the dishwasher.'],
  de: ['Deutsch', 'Das ist der Becher in Kobalt, von Hand gedreht und zweimal glasiert.'],
  ar: ['العربية', 'هذا هو الكوب الأزرق، مصنوع يدويًا ومزجّج مرتين.'],
} as const;

const SECONDS = 96;

/** The files of a state whose archive has subtitles beside its pictures: `subtitled.m3u8` is what is played. */
export const SUBTITLE_FILES: Readonly<Record<string, OwnFile>> = {
  'subtitled.m3u8': {
    type: 'application/vnd.apple.mpegurl',
    body: async ({ event }) => withSubtitles(await masterPlaylist(event)),
  },
  ...Object.fromEntries(
    Object.entries(SAID).flatMap(([language, [, text]]): [string, OwnFile][] => [
      [
        `${language}.m3u8`,
        {
          type: 'application/vnd.apple.mpegurl',
          body: `#EXTM3U\n#EXT-X-TARGETDURATION:${SECONDS}\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:${SECONDS},\n${language}.vtt\n#EXT-X-ENDLIST\n`,
        },
      ],
      [`${language}.vtt`, { type: 'text/vtt', body: `WEBVTT\n\n00:00.000 --> 01:36.000\n${text}\n` }],
    ]),
  ),
};

interface Playlist {
  readonly url: string;
  readonly text: string;
}

async function masterPlaylist({ playback }: LiveEvent): Promise<Playlist> {
  if (playback?.type !== 'archive') throw new Error('The event has no archive.');
  const response = await fetch(playback.url);
  return { url: response.url, text: await response.text() };
}

/** The archive's own playlist, its addresses made absolute, with subtitles for every rendition. */
function withSubtitles({ url, text }: Playlist): string {
  const absolute = (address: string): string => new URL(address, url).href;
  const [head = '', ...lines] = text.trim().split('\n');
  const subtitles = Object.entries(SAID).map(
    ([language, [name]]) =>
      `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="text",NAME="${name}",LANGUAGE="${language}",AUTOSELECT=NO,DEFAULT=NO,URI="${language}.m3u8"`,
  );
  const renditions = lines.map((line) => {
    if (line.startsWith('#EXT-X-STREAM-INF')) return `${line},SUBTITLES="text"`;
    if (line.startsWith('#'))
      return line.replace(/URI="([^"]+)"/, (_, address: string) => `URI="${absolute(address)}"`);
    return line && absolute(line);
  });
  return [head, ...subtitles, ...renditions, ''].join('\n');
}
