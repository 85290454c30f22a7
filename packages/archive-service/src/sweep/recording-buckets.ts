import { isBucketName } from '../stores/store-url.ts';
import type { Services } from '../services.ts';

/** Milliseconds: a bucket to which nothing was recorded for longer is looked at only where `RECORDING_BUCKETS` names it. */
const RECENT = 90 * 86_400_000;

/** The buckets in which recordings may lie: those that are named, those of recordings that are known, and folders where they stand for buckets. */
export async function recordingBuckets(
  { db, config, bucketsFolder }: Services,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('recordings')
    .select('bucket')
    .distinct()
    .where('updated_at', '>', new Date(Date.now() - RECENT))
    .execute();
  const names = new Set([...config.recordingBuckets, ...rows.map(({ bucket }) => bucket)]);
  for await (const folder of bucketsFolder?.folders('', { signal }) ?? []) names.add(folder.slice(0, -1));
  return [...names].filter(isBucketName).sort();
}
