import {
  createStores,
  describeKey,
  NO_EDITS,
  publishArchive,
} from '@vitrine/archive-service/publishing-alone';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startCdnOrigin } from '../../demo/cdn-origin.ts';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';

export interface PublishedShows {
  /**
   * Records a show and publishes it from this time of it on.
   * @param fromFrame - picture of the clip to begin with
   * @returns URL of the version's event JSON, on an origin of its own
   */
  publish(id: string, fromFrame: number, startSeconds?: number): Promise<string>;
  close(): Promise<void>;
}

/** Publishing and a CDN, without the service around them. */
export async function startPublishing(): Promise<PublishedShows> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-starter-'));
  const recordings = pathToFileURL(join(folder, 'recordings')).href;
  const storeDir = join(folder, 'store');
  const ivs = await startIvsLocal({ clip: DEMO_CLIP, recordings });
  const { arn } = await ivs.createChannel('starter', { bucket: 'shows' });
  const stores = createStores(describeKey);
  const cdn = await startCdnOrigin({ port: 0, widgetDir: join(folder, 'widget'), storeDir });
  return {
    async publish(id, fromFrame, startSeconds) {
      const { prefix } = await ivs.writeFinishedRecording({
        channelArn: arn,
        durationSeconds: 16,
        fromFrame,
        script: [],
      });
      const start = startSeconds === undefined ? {} : { start: { recording: 1, time: startSeconds } };
      await publishArchive(
        {
          event: {
            id,
            slug: id,
            shop: 'default',
            title: id,
            status: 'ended',
            currency: 'EUR',
            playback: null,
            products: [],
            updatedAt: '2026-03-05T09:00:00.000Z',
          },
          recordings: [{ id: 1, bucket: 'shows', prefix }],
          edits: { ...NO_EDITS, ...start },
          highlights: [],
          replayOffers: false,
          version: 1,
          updatedAt: '2026-03-05T09:00:00.000Z',
        },
        {
          openRecordings: (bucket) => stores.open(`${recordings}/${bucket}`),
          store: stores.open(pathToFileURL(storeDir).href),
          fence: () => Promise.resolve(),
          progress: () => undefined,
          signal: new AbortController().signal,
          log: { info: () => undefined, warn: (facts, message) => console.warn(message, facts) },
        },
      );
      return `${cdn.url}/archive/${id}/1/event.json`;
    },
    async close() {
      await cdn.close();
      await ivs.close();
      stores.close();
      await rm(folder, { recursive: true });
    },
  };
}
