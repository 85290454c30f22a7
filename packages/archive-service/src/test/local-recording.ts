import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describeKey } from '../publishing/archive-layout.ts';
import { FolderStore } from '../stores/folder/folder-store.ts';
import type { ObjectStore } from '../stores/object-store.ts';

/** What these tests use of the local IVS: it is a tool of the repository and no dependency of this package, so it is loaded by its path. */
interface LocalIvs {
  createChannel(name: string, options: { bucket: string }): Promise<{ arn: string }>;
  writeFinishedRecording(show: Show & { channelArn: string }): Promise<WrittenRecording>;
  close(): Promise<void>;
}

/** A show of the sample clip: 30 pictures a second, a keyframe every two seconds, starting over after 96 s. Recordings have a thumbnail every ten seconds. */
export interface Show {
  readonly durationSeconds: number;
  /** Texts for PutMetadata, each written into a picture of the show. */
  readonly script: readonly { readonly text: string; readonly picture: number }[];
  /** Epoch ms. */
  readonly startedAt?: number;
  readonly restarts?: readonly { readonly atSeconds: number; readonly gapSeconds: number }[];
  readonly timestampOffset?: number;
  readonly faults?: {
    readonly missingSegment?: { readonly rendition: string; readonly file: number };
    readonly noEndlist?: boolean;
  };
}

export interface WrittenRecording {
  readonly bucket: string;
  readonly prefix: string;
  readonly durationMs: number;
  readonly journal: readonly {
    readonly rendition: string;
    readonly text: string;
    readonly pts: number;
    readonly programTime: number;
  }[];
}

export interface LocalRecordings {
  /** The bucket, as publishing reads it. */
  readonly store: ObjectStore;
  /** For RECORDINGS_URL: the folder of all buckets. */
  readonly url: string;
  record(show: Show): Promise<WrittenRecording>;
  close(): Promise<void>;
}

const DEMO = new URL('../../../../demo/', import.meta.url);
const BUCKET = 'shows';
/** Pictures of the sample clip, one for each four seconds. */
export const THUMBNAILS: readonly string[] = Array.from({ length: 24 }, (_, index) =>
  fileURLToPath(new URL(`media/thumbnails/thumb${String(index).padStart(2, '0')}.jpg`, DEMO)),
);

/** Records shows as IVS does, faster than real time, into a folder of its own. */
export async function startLocalRecordings(): Promise<LocalRecordings> {
  const loaded: unknown = await import(new URL('ivs-local/start-ivs-local.ts', DEMO).href);
  const { startIvsLocal } = loaded as { startIvsLocal(options: object): Promise<LocalIvs> };
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-recordings-'));
  const rendition = (name: string, height: number, bandwidth: number): object => ({
    name: `${name}30`,
    path: fileURLToPath(new URL(`media/show-${name}.ts`, DEMO)),
    width: (height * 16) / 9,
    height,
    bandwidth,
  });
  const renditions = [rendition('360p', 360, 300_000), rendition('720p', 720, 600_000)];
  const clip = { fps: 30, renditions, thumbnails: { paths: THUMBNAILS, width: 256, height: 144 } };
  const ivs = await startIvsLocal({ clip, recordings: pathToFileURL(folder).href });
  const { arn } = await ivs.createChannel('recorded', { bucket: BUCKET });
  return {
    store: new FolderStore(join(folder, BUCKET), describeKey),
    url: pathToFileURL(folder).href,
    record: (show) =>
      ivs.writeFinishedRecording({ startedAt: Date.UTC(2026, 2, 5, 7, 8, 9, 250), ...show, channelArn: arn }),
    close: async () => {
      await ivs.close();
      await rm(folder, { recursive: true });
    },
  };
}
