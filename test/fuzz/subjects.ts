import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mediaFile, metadata } from '@vitrine/archive-service/testing';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';

/** A sound recording, to be damaged. */
export interface Subject {
  readonly name: string;
  readonly prefix: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export const CUE_KEY = 'fz';
const cue = (n: number): string =>
  JSON.stringify({ vitrine: 1, e: CUE_KEY, n, show: [`product-${String(n)}`] });

/** Real pictures and sound, as IVS leaves them, with a restart in the middle. */
export async function realSubject(): Promise<Subject> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-proof-subject-'));
  const ivs = await startIvsLocal({ clip: DEMO_CLIP, recordings: pathToFileURL(folder).href });
  const { arn } = await ivs.createChannel('fuzzed');
  const { bucket, prefix } = await ivs.writeFinishedRecording({
    channelArn: arn,
    durationSeconds: 4,
    startedAt: Date.UTC(2026, 2, 5, 8),
    restarts: [{ atSeconds: 2, gapSeconds: 5 }],
    script: [
      { picture: 10, text: cue(1) },
      { picture: 80, text: cue(2) },
    ],
  });
  await ivs.close();
  const files = new Map<string, Uint8Array>();
  const root = join(folder, bucket);
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(root.length + 1), await readFile(path));
  }
  await rm(folder, { recursive: true });
  return { name: 'real', prefix, files };
}

/** The same structure in a few kilobytes, so that many can be read in a second. */
export function tinySubject(): Subject {
  const prefix = 'ivs/v1/1/a/2026/3/5/8/0/tiny';
  const file = (start: number, n: number): Buffer =>
    mediaFile({ start, pictures: 8, gop: 4, extra: new Map([[2, metadata(start + 6_000, cue(n))]]) });
  const entries = [file(90_000, 1), file(90_000 + 8 * 3_000, 2)];
  const lines = (ranges: boolean): string =>
    [
      '#EXTM3U',
      '#EXT-X-VERSION:4',
      '#EXT-X-TARGETDURATION:1',
      '#EXT-X-PLAYLIST-TYPE:EVENT',
      ...entries.flatMap(({ length }, index) => {
        const half = length / 2;
        const spans = ranges ? [`${String(half)}@0`, `${String(half)}@${String(half)}`] : [undefined];
        return spans.flatMap((span, part) => [
          `#EXT-X-PROGRAM-DATE-TIME:2026-03-05T08:00:0${String(index)}.${String(part)}00Z`,
          `#EXTINF:${span === undefined ? '0.267' : '0.133'},`,
          ...(span === undefined ? [] : [`#EXT-X-BYTERANGE:${span}`]),
          `${String(index)}.ts`,
        ]);
      }),
      '#EXT-X-ENDLIST',
      '',
    ].join('\n');
  const rendition = (height: number) => ({
    path: `${String(height)}p30`,
    playlist: 'playlist.m3u8',
    byte_range_playlist: 'byte-range.m3u8',
    resolution_height: height,
    resolution_width: (height * 16) / 9,
  });
  const ended = {
    version: 'v1',
    recording_started_at: '2026-03-05T08:00:00Z',
    recording_ended_at: '2026-03-05T08:00:01Z',
    recording_status: 'RECORDING_ENDED',
    media: {
      hls: {
        duration_ms: 533,
        path: 'media/hls',
        playlist: 'master.m3u8',
        renditions: [rendition(360), rendition(720)],
      },
    },
  };
  const master = [360, 720].flatMap((height) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${String(height)}000,RESOLUTION=${String((height * 16) / 9)}x${String(height)},CODECS="avc1.4D401E,mp4a.40.2"`,
    `${String(height)}p30/playlist.m3u8`,
  ]);
  const files = new Map<string, Uint8Array>();
  const put = (name: string, content: string | Uint8Array): unknown =>
    files.set(`${prefix}/${name}`, Buffer.from(content));
  put('events/recording-ended.json', JSON.stringify(ended));
  put('media/hls/master.m3u8', ['#EXTM3U', ...master, ''].join('\n'));
  for (const name of ['360p30', '720p30']) {
    put(`media/hls/${name}/playlist.m3u8`, lines(false));
    put(`media/hls/${name}/byte-range.m3u8`, lines(true));
    for (const [index, entry] of entries.entries()) put(`media/hls/${name}/${String(index)}.ts`, entry);
  }
  return { name: 'tiny', prefix, files };
}
