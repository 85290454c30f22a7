import {
  createStores,
  describeKey,
  NO_EDITS,
  publishArchive,
} from '@vitrine/archive-service/publishing-alone';
import { serveTasks } from './contender.ts';

/** The service's own publication, all of it but the two pointers. */
serveTasks(({ endpoint, bucket, prefix, name }) => {
  const stores = createStores(describeKey, { endpoint });
  const archive = stores.open('s3://archive');
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
  const log = {
    info: () => undefined,
    warn: (facts: object, message: string) => console.error(message, facts),
  };
  const ports = {
    openRecordings: (from: string) => stores.open(`s3://${from}`),
    store: archive,
    fence: () => Promise.resolve(),
    progress: () => undefined,
    signal: new AbortController().signal,
    log,
  };
  return Promise.resolve(async () => {
    await publishArchive(publication, ports);
    stores.close();
  });
});
