import type { Progress } from '../../database/tables.ts';
import type { ObjectStore } from '../../stores/object-store.ts';
import { archiveLayout } from '../archive-layout.ts';
import { createMeter } from '../publication-meter.ts';
import { publishArchive } from '../publish-archive.ts';
import type { RehearsalPlan } from './rehearsal-plan.ts';
import { RehearsalStore, type Change } from './rehearsal-store.ts';

export interface Amount {
  readonly objects: number;
  readonly bytes: number;
}

/** What a publication would change. */
export interface Rehearsal {
  readonly version: number;
  readonly changes: Readonly<Record<Change, Amount>>;
  /** Of the version that viewers get now: nobody would be led there any more. */
  readonly unreachable: Amount;
  /** Seconds. */
  readonly duration: number;
  readonly recordings: number;
  readonly cues: number;
  readonly problems: readonly string[];
}

export interface RehearsalPorts {
  readonly store: ObjectStore;
  openRecordings(bucket: string): ObjectStore;
  progress(progress: Progress): void;
  readonly signal: AbortSignal;
}

/**
 * Publishes an event into nowhere: all is read and worked out, nothing is written.
 * @throws ServiceError as `publishArchive` does
 */
export async function rehearse(
  { publication, current }: RehearsalPlan,
  { store: real, openRecordings, progress, signal }: RehearsalPorts,
): Promise<Rehearsal> {
  const problems: string[] = [];
  const store = new RehearsalStore(real);
  const { version, event } = publication;
  const layout = archiveLayout(event.id, version);
  const meter = createMeter(publication.recordings.length);
  const { links, outline } = await publishArchive(publication, {
    openRecordings,
    store,
    signal,
    fence: async () => undefined,
    progress: (step) => progress(meter(step)),
    log: {
      info: () => undefined,
      warn: (facts, message) => void problems.push(`${message} ${JSON.stringify(facts)}`),
    },
  });
  const timeline = JSON.parse(store.texts.get(layout.timeline) ?? '{}') as { cues?: unknown[] };
  return {
    version,
    changes: await sumUp(store, real, layout.folder, signal),
    unreachable:
      current === null || current === version
        ? NOTHING
        : await measure(real, archiveLayout(event.id, current).folder, signal),
    duration: links.playback.duration,
    recordings: outline.recordings.filter(({ duration }) => duration > 0).length,
    cues: timeline.cues?.length ?? 0,
    problems,
  };
}

const NOTHING: Amount = { objects: 0, bytes: 0 };

async function sumUp(
  { written }: RehearsalStore,
  real: ObjectStore,
  folder: string,
  signal: AbortSignal,
): Promise<Record<Change, Amount>> {
  const sums: Record<Change, Amount> = { new: NOTHING, changed: NOTHING, same: NOTHING };
  const add = (change: Change, bytes: number): void => {
    sums[change] = { objects: sums[change].objects + 1, bytes: sums[change].bytes + bytes };
  };
  for (const { change, bytes } of written.values()) add(change, bytes);
  // Media that is in its place is not even copied again.
  for await (const { key, size } of real.list(`${folder}/`, { signal }))
    if (!written.has(key)) add('same', size);
  return sums;
}

async function measure(store: ObjectStore, folder: string, signal: AbortSignal): Promise<Amount> {
  let [objects, bytes] = [0, 0];
  for await (const { size } of store.list(`${folder}/`, { signal })) {
    objects += 1;
    bytes += size;
  }
  return { objects, bytes };
}
