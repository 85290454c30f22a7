import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
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
const CUE_EVERY_S = 5;
const NEXT_PRODUCT_S = 30;
/** Four renditions of two clips: what is copied need not differ, and what is read has the size of the smaller clip. */
const RENDITIONS = [
  { name: '160p30', clip: '360p', width: 284, height: 160, bandwidth: 230_000 },
  { name: '360p30', clip: '360p', width: 640, height: 360, bandwidth: 630_000 },
  { name: '480p30', clip: '720p', width: 852, height: 480, bandwidth: 1_400_000 },
  { name: '720p30', clip: '720p', width: 1280, height: 720, bandwidth: 2_400_000 },
];

/** Makes a recording in IVS's form from the sample footage, or finds the one that an earlier call has left in the same folder. */
export async function makeRecording(folder: string, minutes: number): Promise<MadeRecording> {
  const root = join(folder, `${String(minutes)}-minutes`);
  const note = join(root, 'made.json');
  const known: unknown = await readFile(note, 'utf8').then(JSON.parse, () => undefined);
  if (typeof known === 'string') return { minutes, root, prefix: known };
  await mkdir(root, { recursive: true });
  const renditions = RENDITIONS.map(({ clip, ...facts }) => ({
    ...facts,
    path: fileURLToPath(new URL(`../../demo/media/show-${clip}.ts`, import.meta.url)),
  }));
  const ivs = await startIvsLocal({
    clip: { fps: FPS, renditions },
    recordings: pathToFileURL(root).href,
  });
  const done = showProgress(`making a recording of ${String(minutes)} minutes`, join(root, BUCKET), minutes * 6 * 4);
  try {
    const { arn } = await ivs.createChannel('bench', { bucket: BUCKET });
    const { prefix } = await ivs.writeFinishedRecording({
      channelArn: arn,
      durationSeconds: minutes * 60,
      startedAt: Date.UTC(2026, 2, 5, 7, 8, 9, 250),
      script: scriptOf(minutes * 60),
    });
    await writeFile(note, JSON.stringify(prefix));
    return { minutes, root, prefix };
  } finally {
    done();
    await ivs.close();
  }
}

/** Another product every half minute, each told again every five seconds. */
function scriptOf(seconds: number): readonly { readonly atSeconds: number; readonly text: string }[] {
  return Array.from({ length: Math.ceil(seconds / CUE_EVERY_S) }, (_, index) => {
    const n = Math.floor((index * CUE_EVERY_S) / NEXT_PRODUCT_S) + 1;
    const show = [`product-${String(n % 7)}`];
    return { atSeconds: index * CUE_EVERY_S, text: JSON.stringify({ vitrine: 1, n, show }) };
  });
}
