import {
  createStores,
  describeKey,
  NO_EDITS,
  publishArchive,
} from '@vitrine/archive-service/publishing-alone';
import type { ObjectStore } from '@vitrine/archive-service/publishing-alone';
import { serveTasks } from './contender.ts';

/** The service's own publication, all of it but the two pointers. */
serveTasks(async ({ endpoint, bucket, prefix, name }, look) => {
  const stores = createStores(describeKey, { endpoint });
  const publication = {
    event: {
      id: name,
      slug: name,
      shop: 'default',
      title: 'Spring drop',
      status: 'ended' as const,
      currency: 'EUR',
      playback: null,
      products: [],
      updatedAt: '2026-03-05T09:00:00.000Z',
    },
    recordings: [{ id: 1, bucket, prefix }],
    edits: NO_EDITS,
    highlights: [],
    replayOffers: false,
    version: 1,
    updatedAt: '2026-03-05T09:30:00.000Z',
  };
  const archive = stores.open('s3://archive');
  const ports = {
    openRecordings: (from: string) => stores.open(`s3://${from}`),
    store: lookAtWrites(archive, look),
    fence: () => Promise.resolve(),
    // Each step at its beginning, and then at most a hundred times.
    progress: look,
    signal: new AbortController().signal,
    log: {
      info: () => undefined,
      warn: (facts: object, message: string) => {
        console.error(message, facts);
      },
    },
  };
  // A service has one client for as long as it runs, and has looked for the event's versions before; the other contender's client has listed the recording.
  for await (const folder of archive.folders(`archive/${name}/`)) throw new Error(`${folder} is there`);
  return async () => {
    await publishArchive(publication, ports);
    look();
    stores.close();
  };
});

/** The same store. When a playlist or a timeline is about to be written, the most is held. */
function lookAtWrites(store: ObjectStore, look: () => void): ObjectStore {
  return {
    read: (...given) => store.read(...given),
    write: (...given) => {
      look();
      return store.write(...given);
    },
    head: (...given) => store.head(...given),
    list: (...given) => store.list(...given),
    folders: (...given) => store.folders(...given),
    copyFrom: (...given) => store.copyFrom(...given),
    remove: (...given) => store.remove(...given),
  };
}
