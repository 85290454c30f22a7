import { text } from 'node:stream/consumers';
import { ServiceError } from '../errors.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { readRecordingEnded } from './recording-ended.ts';
import type { RecordingEnded } from './recording-ended.ts';
import { resolveKey } from './resolve-key.ts';

/** A playlist of 48 hours in two-second ranges has 10 MB; what is larger is no playlist. */
const TEXT_MAX_BYTES = 64 * 1024 * 1024;

/** IVS's own have three kilobytes. */
const JSON_MAX_BYTES = 256 * 1024;

/** A finished recording: what IVS says of it, and its files. */
export interface OpenRecording {
  readonly store: ObjectStore;
  /** Key below which all of its files lie. */
  readonly prefix: string;
  readonly ended: RecordingEnded;
}

export interface OpenRecordingOptions {
  /**
   * Also opens one of whose end IVS has written no word, if all of its playlists say that nothing more comes. That is for the sweep, and for
   * what the sweep has found; elsewhere a recording without a word is one that still grows.
   */
  readonly evenIfUnannounced?: boolean | undefined;
}

/** @throws ServiceError RECORDING_MISSING, RECORDING_INVALID, RECORDING_UNFINISHED */
export async function openRecording(
  store: ObjectStore,
  prefix: string,
  signal: AbortSignal,
  { evenIfUnannounced = false }: OpenRecordingOptions = {},
): Promise<OpenRecording> {
  const open = async (name: string): Promise<OpenRecording | undefined> => {
    const key = `${prefix}/events/${name}`;
    const content = await readRecordingText(store, key, signal, JSON_MAX_BYTES);
    return content === undefined ? undefined : { store, prefix, ended: readRecordingEnded(content, key) };
  };
  // After a failure IVS leaves the second one, and often a good part of the show.
  const announced = (await open('recording-ended.json')) ?? (await open('recording-failed.json'));
  if (announced) return announced;
  const started = evenIfUnannounced ? await open('recording-started.json') : undefined;
  if (!started)
    throw new ServiceError('RECORDING_MISSING', `there is no ${prefix}/events/recording-ended.json`);
  await requireEndlists(started, signal);
  return started;
}

/** The last line is enough to know; whether the rest is a playlist is for those who read it. */
async function requireEndlists({ store, prefix, ended }: OpenRecording, signal: AbortSignal): Promise<void> {
  const { path, renditions } = ended.media.hls;
  for (const rendition of renditions) {
    const uri = `${path}/${rendition.path}/${rendition.playlist}`;
    const key = resolveKey(`${prefix}/x`, uri, prefix);
    const playlist = await readRecordingText(store, key, signal);
    if (playlist?.trimEnd().endsWith('\n#EXT-X-ENDLIST') !== true) {
      const state = playlist === undefined ? 'is not there' : 'has no EXT-X-ENDLIST';
      const message = `IVS has not said that this recording has ended, and its playlist ${key} ${state}`;
      throw new ServiceError('RECORDING_UNFINISHED', message);
    }
  }
}

/** A text file of a recording; `undefined` where there is none. */
export async function readRecordingText(
  store: ObjectStore,
  key: string,
  signal: AbortSignal,
  maxBytes = TEXT_MAX_BYTES,
): Promise<string | undefined> {
  const object = await store.read(key, { signal });
  if (!object) return undefined;
  if (object.size > maxBytes) {
    object.body.destroy();
    throw new ServiceError(
      'RECORDING_INVALID',
      `${key} has ${String(object.size)} bytes: too many for what it should be`,
    );
  }
  return text(object.body);
}
