import { text } from 'node:stream/consumers';
import { ServiceError } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { readRecordingEnded } from './recording-ended.ts';
import type { RecordingEnded } from './recording-ended.ts';

/** A playlist of 48 hours in two-second ranges has 10 MB; what is larger is no playlist. */
const TEXT_MAX_BYTES = 64 * 1024 * 1024;

/** A finished recording: what IVS says of it, and its files. */
export interface OpenRecording {
  readonly store: ObjectStore;
  /** Key below which all of its files lie. */
  readonly prefix: string;
  readonly ended: RecordingEnded;
}

/** @throws ServiceError RECORDING_MISSING, RECORDING_INVALID */
export async function openRecording(
  store: ObjectStore,
  prefix: string,
  signal: AbortSignal,
): Promise<OpenRecording> {
  // After a failure IVS leaves the second one, and often a good part of the show.
  for (const name of ['recording-ended.json', 'recording-failed.json']) {
    const key = `${prefix}/events/${name}`;
    const content = await readRecordingText(store, key, signal);
    if (content !== undefined) return { store, prefix, ended: readRecordingEnded(content, key) };
  }
  throw new ServiceError('RECORDING_MISSING', `there is no ${prefix}/events/recording-ended.json`);
}

/** A text file of a recording; `undefined` where there is none. */
export async function readRecordingText(
  store: ObjectStore,
  key: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const object = await store.read(key, { signal });
  if (!object) return undefined;
  if (object.size > TEXT_MAX_BYTES) {
    object.body.destroy();
    throw new ServiceError(
      'RECORDING_INVALID',
      `${key} has ${String(object.size)} bytes: too many for what it should be`,
    );
  }
  return text(object.body);
}
