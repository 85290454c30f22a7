// Checks the finished files: every frame's number, the timing, the ranges, the sizes, and that the seed data agrees.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFrameNumber } from '../frame-strip.ts';
import { RENDITIONS, type Rendition } from './encode.ts';
import { ffmpeg } from './ffmpeg.ts';
import { FRAMES, GOP_FRAMES } from './timeline.ts';
import { readUnits, type Unit } from './transport-stream.ts';
import { verifySeed } from './verify-seed.ts';

const TICKS = 3000;
const LIMIT = 7.8e6;

export async function verify(media: string): Promise<void> {
  const bases: number[] = [];
  for (const rendition of RENDITIONS) {
    const file = join(media, `${rendition.name}.ts`);
    const units = readUnits(await readFile(file));
    bases.push(checkTiming(units));
    checkRanges(units);
    await checkNumbers(file, rendition);
    await checkAudio(file);
    console.log(
      `${rendition.name}: ${String(FRAMES)} frame numbers, timing and ranges right, ${kilobytes((await stat(file)).size)}`,
    );
  }
  expect(bases[0] === bases[1], `the renditions begin at different times: ${bases.join(', ')}`);
  const seed = join(media, '../seed');
  await verifySeed(media, seed);
  const total = (await sizeOf(media)) + (await sizeOf(seed));
  expect(total <= LIMIT, `${kilobytes(total)} is too much`);
  console.log(`all of it: ${kilobytes(total)}, first picture at ${String(bases[0])} ticks`);
}

function checkTiming(units: Unit[]): number {
  const video = units.filter(({ kind }) => kind === 'video');
  const audio = units.filter(({ kind }) => kind === 'audio');
  const base = video[0]?.pts ?? 0;
  expect(video.length === FRAMES, `${String(video.length)} pictures`);
  video.forEach(({ pts, dts, keyframe }, frame) => {
    expect(
      pts === base + frame * TICKS && dts === pts,
      `picture ${String(frame)} is at ${String(pts - base)}`,
    );
    expect(keyframe === (frame % GOP_FRAMES === 0), `keyframe at ${String(frame)}`);
  });
  expect(
    audio[0]?.pts === base,
    `audio starts ${String((audio[0]?.pts ?? 0) - base)} ticks after the picture`,
  );
  return base;
}

// Each group of pictures begins with PAT, PMT and its keyframe, so that a player may start there.
function checkRanges(units: Unit[]): void {
  units.forEach(({ keyframe }, index) => {
    if (keyframe)
      expect(
        units[index - 1]?.kind === 'pmt' && units[index - 2]?.kind === 'pat',
        'a keyframe without PAT and PMT before it',
      );
  });
}

async function checkNumbers(file: string, { width, height }: Rendition): Promise<void> {
  const run = ffmpeg([
    '-i',
    file,
    '-map',
    '0:v',
    '-fps_mode',
    'passthrough',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'gray',
    'pipe:1',
  ]);
  let frame = 0;
  let rest = Buffer.alloc(0);
  for await (const chunk of run.output as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= width * height) {
      const picture = rest;
      const read = readFrameNumber(
        (x, y) => picture[Math.floor(y * height) * width + Math.floor(x * width)] ?? 0,
      );
      expect(read === frame, `frame ${String(frame)} reads as ${String(read)} in ${file}`);
      rest = rest.subarray(width * height);
      frame++;
    }
  }
  await run.done;
  expect(frame === FRAMES, `${String(frame)} pictures decoded`);
}

async function checkAudio(file: string): Promise<void> {
  const run = ffmpeg(['-i', file, '-map', '0:a', '-c', 'copy', '-f', 'adts', 'pipe:1']);
  let frames = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of run.output as AsyncIterable<Buffer>) chunks.push(chunk);
  await run.done;
  const data = Buffer.concat(chunks);
  for (let at = 0; at < data.length; frames++) at += (data.readUInt32BE(at + 2) >> 5) & 0x1fff;
  expect(frames === 4500, `${String(frames)} audio frames`);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => await stat(join(folder, name))));
  return sizes.reduce((sum, item) => sum + (item.isFile() ? item.size : 0), 0);
}

const kilobytes = (bytes: number): string => `${String(Math.round(bytes / 1000))} kB`;

function expect(right: boolean, complaint: string): void {
  if (!right) throw new Error(complaint);
}
