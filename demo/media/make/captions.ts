import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captionPairs, captionUnit, SILENCE } from './caption-bytes.ts';
import { ffmpeg } from './ffmpeg.ts';
import { FPS, GOP_FRAMES } from './timeline.ts';

/** Two seconds of the show, with what the host says. */
const FRAMES = 2 * FPS;
const SAID = 'Good evening, this is the cobalt mug.';
/** Picture with which the captions begin. */
const SAID_FROM = 15;

/** A tiny rendition of the show's beginning that carries captions. It has no sound: nobody listens to it. */
export async function makeCaptionedClip(media: string, work: string): Promise<void> {
  const plain = join(work, 'captions.h264');
  await ffmpeg([
    '-i',
    join(media, 'show-360p.ts'),
    '-an',
    '-frames:v',
    String(FRAMES),
    '-vf',
    'scale=160:90:flags=lanczos',
    '-c:v',
    'libx264',
    '-preset',
    'veryslow',
    '-bf',
    '0',
    '-g',
    String(GOP_FRAMES),
    '-sc_threshold',
    '0',
    '-crf',
    '40',
    '-threads',
    '1',
    '-bitexact',
    '-f',
    'h264',
    plain,
  ]).done;
  const captioned = join(work, 'captioned.h264');
  await writeFile(captioned, withCaptions(await readFile(plain)));
  await ffmpeg([
    '-r',
    String(FPS),
    '-f',
    'h264',
    '-i',
    captioned,
    '-c',
    'copy',
    '-bitexact',
    '-f',
    'mpegts',
    join(media, 'show-captions.ts'),
  ]).done;
}

function withCaptions(stream: Buffer): Buffer {
  const said = captionPairs(SAID);
  const parts: Buffer[] = [];
  let picture = 0;
  for (const unit of nalUnits(stream)) {
    if (isFirstSlice(unit)) parts.push(captionUnit(said[picture++ - SAID_FROM] ?? SILENCE));
    parts.push(unit);
  }
  if (picture !== FRAMES) throw new Error(`${String(picture)} pictures instead of ${String(FRAMES)}`);
  return Buffer.concat(parts);
}

/** Each with its start code. */
function nalUnits(stream: Buffer): Buffer[] {
  const starts: number[] = [];
  for (let at = stream.indexOf('000001', 0, 'hex'); at >= 0; at = stream.indexOf('000001', at + 3, 'hex'))
    starts.push(stream[at - 1] === 0 ? at - 1 : at);
  return starts.map((at, index) => stream.subarray(at, starts[index + 1]));
}

/** A picture may have several slices; the first begins with macroblock 0, which is written as a single 1 bit. */
function isFirstSlice(unit: Buffer): boolean {
  const begin = unit.indexOf('000001', 0, 'hex') + 3;
  const type = (unit[begin] ?? 0) & 0x1f;
  return (type === 1 || type === 5) && ((unit[begin + 1] ?? 0) & 0x80) !== 0;
}
