import type { ObjectStore } from '../stores/object-store.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

interface Stretch {
  readonly since: Date;
  readonly now: Date;
}

/**
 * The folders of a bucket that IVS would give to recordings of a channel that began in a stretch of time:
 * `ivs/v1/<account>/<channel>/<year>/<month>/<day>/<hour>/<minute>/<recording>`, UTC, no part with leading zeros.
 */
export async function* placesOfChannel(
  store: ObjectStore,
  channelArn: string,
  { since, now }: Stretch,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const [, , , , account = '', resource = ''] = channelArn.split(':');
  const channel = resource.split('/').at(-1) ?? '';
  if (account === '' || channel === '') return;
  const root = `ivs/v1/${account}/${channel}/`;
  const firstHour = Math.floor(since.getTime() / HOUR) * HOUR;
  for (let day = Math.floor(firstHour / DAY) * DAY; day <= now.getTime(); day += DAY) {
    const at = new Date(day);
    const folder = `${root}${at.getUTCFullYear()}/${at.getUTCMonth() + 1}/${at.getUTCDate()}/`;
    for await (const hour of store.folders(folder, { signal })) {
      const begins = day + Number(lastPart(hour)) * HOUR;
      // Whatever is no hour is looked into rather than passed over.
      if (begins < firstHour) continue;
      for await (const minute of store.folders(hour, { signal })) {
        for await (const recording of store.folders(minute, { signal })) yield recording.slice(0, -1);
      }
    }
  }
}

const lastPart = (folder: string): string => folder.split('/').at(-2) ?? '';
