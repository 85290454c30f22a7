import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PICTURES_PER_SECOND, STRIP, type Take } from '../show.ts';

export interface Rendition {
  readonly path: string;
  /** Pixels; none where there is only sound. */
  readonly width?: number;
  readonly height?: number;
  readonly bitrate: string;
}

/** Has ffmpeg write a take's files as it would for anybody: `0.ts` and so on, time stamps from its own beginning. */
export async function encodeTake(take: Take, rendition: Rendition, folder: string): Promise<void> {
  const seconds = String(take.pictures / PICTURES_PER_SECOND);
  const picture = `color=c=0x305070:s=${String(STRIP.width)}x${String(STRIP.height)}:r=${String(PICTURES_PER_SECOND)}:d=${seconds}`;
  const video =
    rendition.width === undefined
      ? ['-map', '1:a']
      : [
          ...[
            '-map',
            '0:v',
            '-map',
            '1:a',
            '-vf',
            `${strip(take.firstPicture)},scale=${String(rendition.width)}:-2`,
          ],
          ...[
            '-c:v',
            'libx264',
            '-preset',
            'slow',
            '-pix_fmt',
            'yuv420p',
            '-bf',
            '2',
            '-b:v',
            rendition.bitrate,
          ],
          ...['-g', '50', '-keyint_min', '50', '-sc_threshold', '0', '-threads', '1'],
        ];
  await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-y', '-fflags', '+bitexact', '-f', 'lavfi', '-i', picture],
    ...['-f', 'lavfi', '-i', `sine=frequency=220:sample_rate=48000:duration=${seconds}`],
    ...video,
    ...['-c:a', 'aac', '-b:a', '32k', '-ac', '1', '-flags:a', '+bitexact'],
    ...['-f', 'hls', '-hls_time', '6', '-hls_list_size', '0', '-hls_segment_filename', join(folder, '%d.ts')],
    join(folder, 'unused.m3u8'),
  ]);
}

/** Each bit is a white box over a black one, drawn while the bit is set. */
function strip(firstPicture: number): string {
  const { x, y, block, bits } = STRIP;
  const box = (index: number, color: string, enable = '1'): string =>
    `drawbox=x=${String(x + index * block)}:y=${String(y)}:w=${String(block)}:h=${String(block)}:color=${color}:t=fill:enable='${enable}'`;
  const bit = (index: number): string =>
    box(index + 1, 'white', `mod(floor((n+${String(firstPicture)})/${String(2 ** (bits - 1 - index))}),2)`);
  const black = Array.from({ length: bits + 1 }, (_, index) => box(index + 1, 'black'));
  return [box(0, 'white'), ...black, ...Array.from({ length: bits }, (_, index) => bit(index))].join(',');
}
