import { readRecordingText } from '../recordings/open-recording.ts';
import { readRecordingEnded } from '../recordings/recording-ended.ts';
import type { RecordingPlace } from '../recordings/recording.ts';
import { resolveKey } from '../recordings/resolve-key.ts';
import type { ObjectStore } from '../stores/object-store.ts';

/**
 * When the playlists of a recording last changed: IVS writes them anew with every media file.
 * @returns `undefined` where that cannot be known yet
 * @throws ServiceError `RECORDING_INVALID`; what the store throws
 */
export async function quietSince(
  openBucket: (name: string) => ObjectStore,
  { bucket, prefix }: RecordingPlace,
  signal: AbortSignal,
): Promise<Date | undefined> {
  const store = openBucket(bucket);
  const key = `${prefix}/events/recording-started.json`;
  const content = await readRecordingText(store, key, signal);
  if (content === undefined) return undefined;
  const { path, renditions } = readRecordingEnded(content, key).media.hls;
  let latest: Date | undefined;
  for (const rendition of renditions) {
    const playlist = resolveKey(`${prefix}/x`, `${path}/${rendition.path}/${rendition.playlist}`, prefix);
    const facts = await store.head(playlist, { signal });
    if (facts && (!latest || facts.modifiedAt > latest)) latest = facts.modifiedAt;
  }
  return latest;
}
