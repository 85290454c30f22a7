import { ServiceError } from '../errors.ts';
import { openRecording } from '../recordings/open-recording.ts';
import type { OpenRecording } from '../recordings/open-recording.ts';
import { layRecording } from './assembly/recording-timeline.ts';
import type { RecordingTimeline } from './assembly/recording-timeline.ts';
import { bounded } from './bounded.ts';
import { filesThere } from './files-there.ts';
import type { PublicationPorts, SourceRecording } from './publication.ts';
import type { RunStep } from './run-steps.ts';
import { sideBySide } from './side-by-side.ts';
import { readPlaylists, renditionFolders } from './steps/read-playlists.ts';
import type { SourceRendition } from './steps/read-playlists.ts';
import { scanMedia } from './steps/scan-media.ts';
import { verifyMedia } from './steps/verify-media.ts';
import type { SegmentSizes } from './steps/verify-media.ts';

/** IVS has no more renditions. */
const LISTS_AT_ONCE = 5;

/** A recording whose files were looked through. */
export interface ReadRecording {
  readonly open: OpenRecording;
  readonly timeline: RecordingTimeline;
}

/** One of which all files are known to be there. */
export interface VerifiedRecording {
  readonly open: OpenRecording;
  readonly renditions: readonly SourceRendition[];
  readonly sizes: SegmentSizes;
}

/**
 * Learns all that publishing needs to know of one recording.
 * @param onVerified - told as soon as all files are known to be there, before one is read
 * @throws ServiceError RECORDING_MISSING, RECORDING_INVALID, RECORDING_UNFINISHED, SEGMENT_MISSING, MEDIA_UNSUPPORTED; `details.recording` says of which
 */
export async function readRecording(
  source: SourceRecording,
  cueKey: string | undefined,
  step: RunStep,
  ports: PublicationPorts,
  onVerified: (recording: VerifiedRecording) => void,
): Promise<ReadRecording> {
  const { log } = ports;
  return ofRecording(source, async () => {
    const { open, renditions, sizes } = await verify(source, step, ports);
    onVerified({ open, renditions, sizes });
    const scanned = await step('scan-media', () => scanMedia(open, renditions, sizes, cueKey, ports));
    return { open, timeline: layRecording(source, scanned, log) };
  });
}

async function verify(
  { bucket, prefix }: SourceRecording,
  step: RunStep,
  { openRecordings, signal }: PublicationPorts,
): Promise<VerifiedRecording> {
  const store = openRecordings(bucket);
  // That it has ended is known; its playlists say it where IVS has not.
  const open = await openRecording(store, prefix, signal, { evenIfUnannounced: true });
  // Where nearly every recording has its files: listed while the playlists that name them are read. Pages of one list follow each other, lists need not.
  const [renditions, listed] = await sideBySide(
    signal,
    (either) => step('read-playlists', () => readPlaylists(open, either)),
    (either) =>
      bounded(new Set(renditionFolders(open)), LISTS_AT_ONCE, either, async (folder, _index, ours) => ({
        folder,
        files: await filesThere(store, folder, ours),
      })),
  );
  const sizes = await step('verify-media', () => verifyMedia(open, renditions, signal, listed));
  return { open, renditions, sizes };
}

/** Names the recording in whatever goes wrong with it: the event may have others. */
async function ofRecording<Result>({ id }: SourceRecording, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'PUBLICATION_SUPERSEDED') throw error;
    const details = { ...error.details, recording: id };
    // All keys that are read here were named by the recording, or by whoever told of it.
    const code = error.code === 'STORE_KEY_INVALID' ? 'RECORDING_INVALID' : error.code;
    throw new ServiceError(code, error.message, { cause: error, details });
  }
}
