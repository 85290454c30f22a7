import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captionedClips } from './captioned-clip.ts';

/** What is said in the pictures, each in a segment of its own. */
const SAID = [
  'Good evening',
  'and welcome',
  'This is the mug',
  'in cobalt blue',
  'It costs 19 euros',
  'Good night',
];
/** Seconds of a segment. */
const SEGMENT = 2;

/** What is said in the subtitles: markup, a script, words from right to left. */
const SPOKEN = {
  en: `WEBVTT

00:00.000 --> 00:05.000
<v Host>Welcome to the <i>spring</i> table

00:05.000 --> 00:11.500
&lt;img src=x onerror="alert(1)"&gt; <script>alert(2)</script>
and a second line
`,
  ar: `WEBVTT

00:00.000 --> 00:11.500
أهلًا بكم في مائدة الربيع!
`,
} as const;

/** Where the pictures are: a recording of its own in IVS's form, without sound. */
const RECORDING = 'recording';
const HLS = {
  path: 'media/hls',
  playlist: 'master.m3u8',
  renditions: [{ path: '90p30', playlist: 'playlist.m3u8', resolution_width: 160, resolution_height: 90 }],
};

const SUBTITLES = '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="text",AUTOSELECT=NO,DEFAULT=NO';

/**
 * A recording with captions in its pictures (CEA-608), in the folder `captioned`: `in-band.m3u8` has these alone,
 * `with-subtitles.m3u8` offers WebVTT in two languages beside them. The folder is a bucket, too: what it has by the prefix
 * that is returned can be published.
 */
export async function writeCaptionedStream(folder: string): Promise<{ bucket: string; prefix: string }> {
  const bucket = 'captioned';
  const place = join(folder, bucket);
  const media = `${RECORDING}/${HLS.path}`;
  await mkdir(join(place, media, '90p30'), { recursive: true });
  await mkdir(join(place, RECORDING, 'events'));
  const put = (name: string, lines: readonly string[]): Promise<void> =>
    writeFile(join(place, name), `#EXTM3U\n${lines.join('\n')}\n`);
  const clips = await captionedClips(SAID);
  for (const [index, clip] of clips.entries())
    await writeFile(join(place, media, '90p30', `${index}.ts`), clip);
  const seconds = SEGMENT * SAID.length;
  const list = (target: number, ...segments: readonly string[]): readonly string[] => [
    '#EXT-X-VERSION:4',
    `#EXT-X-TARGETDURATION:${target}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    ...segments,
    '#EXT-X-ENDLIST',
  ];
  const segments = SAID.map((_, index) => `#EXTINF:${SEGMENT},\n${index}.ts`);
  const video = '#EXT-X-STREAM-INF:BANDWIDTH=80000,RESOLUTION=160x90,CODECS="avc1.64000B"';
  await put(`${media}/90p30/playlist.m3u8`, list(SEGMENT, ...segments));
  await put(`${media}/master.m3u8`, [video, '90p30/playlist.m3u8']);
  await writeFile(
    join(place, RECORDING, 'events/recording-ended.json'),
    JSON.stringify({ recording_status: 'RECORDING_ENDED', media: { hls: HLS } }),
  );
  for (const [language, text] of Object.entries(SPOKEN)) {
    await writeFile(join(place, `${language}.vtt`), text);
    await put(`${language}.m3u8`, list(seconds, `#EXTINF:${seconds},\n${language}.vtt`));
  }
  const pictures = `${media}/90p30/playlist.m3u8`;
  await put('in-band.m3u8', [video, pictures]);
  await put('with-subtitles.m3u8', [
    `${SUBTITLES},NAME="English",LANGUAGE="en",URI="en.m3u8"`,
    `${SUBTITLES},NAME="العربية",LANGUAGE="ar",URI="ar.m3u8"`,
    `${video},SUBTITLES="text"`,
    pictures,
  ]);
  return { bucket, prefix: RECORDING };
}
