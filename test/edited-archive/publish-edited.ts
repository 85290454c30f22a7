import {
  createStores,
  describeKey,
  movePointers,
  NO_EDITS,
  publishArchive,
} from '@vitrine/archive-service/publishing-alone';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startCdnOrigin, type CdnOrigin } from '../../demo/cdn-origin.ts';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
import { PRODUCTS, type Highlight } from '../support/script.ts';

export const EVENT_ID = 'edited';
const BEGIN = Date.UTC(2026, 2, 5, 7, 8, 9, 250);
const GAP_MS = 3000;

/** Stretches of the clip that were recorded one after the other, in pictures; keyframes lie every 60. */
export interface EditedShow {
  readonly recordings: readonly { readonly from: number; readonly to: number }[];
  /** Pictures, of the first recording. */
  readonly cut: { readonly from: number; readonly to: number };
  readonly script: readonly Highlight[];
}

export interface EditedArchive {
  readonly cdn: CdnOrigin;
  close(): Promise<void>;
}

/** Publishes several recordings with a part cut out, and serves the archive by a CDN alone. */
export async function publishEdited({ recordings, cut, script }: EditedShow): Promise<EditedArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-edited-'));
  const buckets = pathToFileURL(join(folder, 'recordings')).href;
  const storeDir = join(folder, 'store');
  const widgetDir = fileURLToPath(new URL('../../packages/player-widget/dist', import.meta.url));
  const ivs = await startIvsLocal({ clip: DEMO_CLIP, recordings: buckets });
  const { arn } = await ivs.createChannel('edited', { bucket: 'shows' });
  const sources = [];
  let startedAt = BEGIN;
  for (const [index, { from, to }] of recordings.entries()) {
    const { prefix, durationMs } = await ivs.writeFinishedRecording({
      channelArn: arn,
      fromFrame: from,
      durationSeconds: (to - from) / 30,
      startedAt,
      script: script.flatMap(({ picture, ...state }, n) =>
        picture >= from && picture < to
          ? [{ picture: picture - from, text: JSON.stringify({ vitrine: 1, n: n + 1, ...state }) }]
          : [],
      ),
    });
    sources.push({ id: index + 1, bucket: 'shows', prefix });
    startedAt += durationMs + GAP_MS;
  }
  const stores = createStores(describeKey);
  const ports = {
    openRecordings: (bucket: string) => stores.open(`${buckets}/${bucket}`),
    store: stores.open(pathToFileURL(storeDir).href),
    fence: () => Promise.resolve(),
    progress: () => undefined,
    signal: new AbortController().signal,
    log: { info: () => undefined, warn: () => undefined },
  };
  const at = (picture: number) => ({ recording: 1, time: (picture - (recordings[0]?.from ?? 0)) / 30 });
  const updatedAt = '2026-03-05T09:00:00.000Z';
  const event = {
    id: EVENT_ID,
    slug: EVENT_ID,
    shop: 'default',
    title: 'An edited show',
    status: 'ended' as const,
    currency: 'EUR',
    playback: null,
    products: PRODUCTS.map((id) => ({
      id,
      sku: id,
      title: id,
      url: `https://shop.example/${id}`,
      images: [],
      price: { amount: 1900, currency: 'EUR' },
      availability: 'in_stock' as const,
    })),
    updatedAt,
  };
  const { links } = await publishArchive(
    {
      event,
      recordings: sources,
      edits: { ...NO_EDITS, cuts: [{ from: at(cut.from), to: at(cut.to) }] },
      highlights: [],
      replayOffers: false,
      version: 1,
      updatedAt,
    },
    ports,
  );
  await movePointers(event, links, ports);
  const cdn = await startCdnOrigin({ port: 0, widgetDir, storeDir });
  return {
    cdn,
    async close() {
      await cdn.close();
      await ivs.close();
      stores.close();
      await rm(folder, { recursive: true });
    },
  };
}
