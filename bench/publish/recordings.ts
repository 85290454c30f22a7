import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
import { laterCopy, replaceNumbers } from './restamp.ts';
import { showProgress } from './show-progress.ts';

export const BUCKET = 'recordings';

/** A recording on disk, in the folder of its bucket. */
export interface MadeRecording {
  readonly minutes: number;
  /** Folder that holds one folder for each bucket. */
  readonly root: string;
  readonly prefix: string;
}

const FPS = 30;
const STARTED_AT = Date.UTC(2026, 2, 5, 7, 8, 9, 250);
/** Whole files of the sample footage, before it begins again. */
const TEMPLATE_S = 90;
const FILE_S = 10;
const CUE_EVERY_S = 5;
const NEXT_PRODUCT_S = 30;
/** With as many digits as the last one of two days. */
const FIRST_CUE = 10_001;
/** Four renditions of two clips: what is copied need not differ, and what is read has the size of the smaller clip. */
const RENDITIONS = [
  { name: '160p30', clip: '360p', width: 284, height: 160, bandwidth: 230_000 },
  { name: '360p30', clip: '360p', width: 640, height: 360, bandwidth: 630_000 },
  { name: '480p30', clip: '720p', width: 852, height: 480, bandwidth: 1_400_000 },
  { name: '720p30', clip: '720p', width: 1280, height: 720, bandwidth: 2_400_000 },
];

/** Makes a recording in IVS's form of the sample footage, or finds the one that an earlier call has left in the same folder. */
export async function makeRecording(folder: string, minutes: number): Promise<MadeRecording> {
  const root = join(folder, `${String(minutes)}-minutes`);
  const note = join(root, 'made.json');
  const known: unknown = await readFile(note, 'utf8').then(JSON.parse, () => undefined);
  if (typeof known === 'string') return { minutes, root, prefix: known };
  const template = join(folder, 'template');
  await mkdir(template, { recursive: true });
  const prefix = await recordTemplate(template);
  const [from, to] = [template, root].map((place) => join(place, BUCKET, prefix, 'media/hls')) as [
    string,
    string,
  ];
  await cp(template, root, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  const loops = Math.ceil((minutes * 60) / TEMPLATE_S);
  const [tell, done] = showProgress(`making a recording of ${String(minutes)} minutes`);
  for (const [index, { name }] of RENDITIONS.entries()) {
    const files = (minutes * 60) / FILE_S;
    for (let loop = 0; loop < loops; loop += 1) {
      await repeatFiles(join(from, name), join(to, name), loop, files);
      tell((index + (loop + 1) / loops) / RENDITIONS.length);
    }
    for (const playlist of ['playlist.m3u8', 'byte-range-variant.m3u8'])
      await repeatPlaylist(join(from, name, playlist), join(to, name, playlist), files);
  }
  done();
  await rm(template, { recursive: true });
  await writeFile(note, JSON.stringify(prefix));
  return { minutes, root, prefix };
}

async function recordTemplate(root: string): Promise<string> {
  const renditions = RENDITIONS.map(({ clip, ...facts }) => ({
    ...facts,
    path: fileURLToPath(new URL(`../../demo/media/show-${clip}.ts`, import.meta.url)),
  }));
  const ivs = await startIvsLocal({ clip: { fps: FPS, renditions }, recordings: pathToFileURL(root).href });
  try {
    const { arn } = await ivs.createChannel('bench', { bucket: BUCKET });
    const script = Array.from({ length: TEMPLATE_S / CUE_EVERY_S }, (_, index) => {
      const n = FIRST_CUE + Math.floor((index * CUE_EVERY_S) / NEXT_PRODUCT_S);
      return {
        atSeconds: index * CUE_EVERY_S,
        text: JSON.stringify({ vitrine: 1, n, show: [`product-${String(n % 7)}`] }),
      };
    });
    const show = { channelArn: arn, durationSeconds: TEMPLATE_S, startedAt: STARTED_AT, script };
    return (await ivs.writeFinishedRecording(show)).prefix;
  } finally {
    await ivs.close();
  }
}

/** The template's files once more, behind those of the loops before. */
async function repeatFiles(from: string, to: string, loop: number, limit: number): Promise<void> {
  const ms = loop * TEMPLATE_S * 1000;
  const names = (await readdir(from)).filter((name) => name.endsWith('.ts'));
  for (const name of names) {
    const number = Number.parseInt(name, 10) + loop * names.length;
    if (number >= limit) continue;
    const copy = laterCopy(await readFile(join(from, name)), ms);
    replaceNumbers(copy, '"transc_r":', (time) => time + ms);
    replaceNumbers(copy, '"n":', (n) => n + (loop * TEMPLATE_S) / NEXT_PRODUCT_S);
    await writeFile(join(to, `${String(number)}.ts`), copy);
  }
}

/** The template's entries so often that all files have theirs. */
async function repeatPlaylist(from: string, to: string, files: number): Promise<void> {
  const lines = (await readFile(from, 'utf8')).trimEnd().split('\n');
  const first = lines.findIndex((line) => line.startsWith('#EXT-X-PROGRAM-DATE-TIME'));
  const entries = lines.slice(first, -1);
  const out = lines.slice(0, first);
  for (let loop = 0; loop * (TEMPLATE_S / FILE_S) < files; loop += 1) {
    let entry: string[] = [];
    for (const line of entries) {
      const [tag = '', time = ''] = line.split(/(?<=TIME):/);
      const isFile = !line.startsWith('#');
      const number = Number.parseInt(line, 10) + loop * (TEMPLATE_S / FILE_S);
      if (isFile) entry.push(`${String(number)}.ts`);
      else if (time === '') entry.push(line);
      else entry.push(`${tag}:${new Date(Date.parse(time) + loop * TEMPLATE_S * 1000).toISOString()}`);
      if (isFile && number < files) out.push(...entry);
      if (isFile) entry = [];
    }
  }
  await writeFile(to, [...out, '#EXT-X-ENDLIST', ''].join('\n'));
}
