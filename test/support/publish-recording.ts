import {
  createStores,
  describeKey,
  movePointers,
  NO_EDITS,
  publishArchive,
} from '@vitrine/archive-service/publishing-alone';

export interface RecordingToPublish {
  /** Folder of buckets, and where to publish: both URLs, without a slash at the end. */
  readonly recordings: string;
  readonly store: string;
  readonly bucket: string;
  readonly prefix: string;
  /** Of the event. */
  readonly id: string;
  readonly startSeconds?: number | undefined;
}

/**
 * Publishes a recording, without the service around it, and moves the event's pointers to it.
 * @returns key of the version's event JSON in the store
 */
export async function publishRecording(recording: RecordingToPublish): Promise<string> {
  const { recordings, store, bucket, prefix, id, startSeconds } = recording;
  const start = startSeconds === undefined ? {} : { start: { recording: 1, time: startSeconds } };
  const stores = createStores(describeKey);
  const updatedAt = '2026-03-05T09:00:00.000Z';
  const event = {
    id,
    slug: id,
    shop: 'default',
    title: id,
    status: 'ended',
    currency: 'EUR',
    playback: null,
    products: [],
    updatedAt,
  } as const;
  const ports = {
    openRecordings: (name: string) => stores.open(`${recordings}/${name}`),
    store: stores.open(store),
    fence: () => Promise.resolve(),
    progress: () => undefined,
    signal: new AbortController().signal,
    log: {
      info: () => undefined,
      warn: (facts: object, message: string) => console.warn(message, facts),
    },
  };
  const { links } = await publishArchive(
    {
      event,
      recordings: [{ id: 1, bucket, prefix }],
      edits: { ...NO_EDITS, ...start },
      highlights: [],
      replayOffers: false,
      version: 1,
      updatedAt,
    },
    ports,
  );
  await movePointers(event, links, ports);
  stores.close();
  return `archive/${id}/1/event.json`;
}
