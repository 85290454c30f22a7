import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startCdnOrigin } from '../../demo/cdn-origin.ts';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
import { publishRecording } from '../support/publish-recording.ts';
import { WIDGET_DIR } from '../support/system.ts';

export interface PublishedShows {
  /** Where event JSON and the built widget are. */
  readonly cdn: string;
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
  const cdn = await startCdnOrigin({ port: 0, widgetDir: WIDGET_DIR, storeDir });
  return {
    cdn: cdn.url,
    async publish(id, fromFrame, startSeconds) {
      const { bucket, prefix } = await ivs.writeFinishedRecording({
        channelArn: arn,
        durationSeconds: 16,
        fromFrame,
        script: [],
      });
      const store = pathToFileURL(storeDir).href;
      const key = await publishRecording({ recordings, store, bucket, prefix, id, startSeconds });
      return `${cdn.url}/${key}`;
    },
    async close() {
      await cdn.close();
      await ivs.close();
      await rm(folder, { recursive: true });
    },
  };
}
