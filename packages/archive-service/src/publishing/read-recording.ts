import { ServiceError } from '../errors.ts';
import { openRecording } from '../recordings/open-recording.ts';
import type { OpenRecording } from '../recordings/open-recording.ts';
import { layRecording } from './assembly/recording-timeline.ts';
import type { RecordingTimeline } from './assembly/recording-timeline.ts';
import type { PublicationPorts, SourceRecording } from './publication.ts';
import type { RunStep } from './run-steps.ts';
import { readPlaylists } from './steps/read-playlists.ts';
import { scanMedia } from './steps/scan-media.ts';
import { verifyMedia } from './steps/verify-media.ts';

/** A recording whose files were looked through. */
export interface ReadRecording {
  readonly open: OpenRecording;
  readonly timeline: RecordingTimeline;
}

/**
 * Learns all that publishing needs to know of one recording.
 * @throws ServiceError RECORDING_MISSING, RECORDING_INVALID, RECORDING_UNFINISHED, SEGMENT_MISSING, MEDIA_UNSUPPORTED; `details.recording` says of which
 */
export async function readRecording(
  source: SourceRecording,
  cueKey: string | undefined,
  step: RunStep,
  ports: PublicationPorts,
): Promise<ReadRecording> {
  const { signal, log } = ports;
  return ofRecording(source, async () => {
    const store = ports.openRecordings(source.bucket);
    // That it has ended is known; its playlists say it where IVS has not.
    const open = await openRecording(store, source.prefix, signal, { evenIfUnannounced: true });
    const renditions = await step('read-playlists', () => readPlaylists(open, signal));
    const sizes = await step('verify-media', () => verifyMedia(open, renditions, signal));
    const scanned = await step('scan-media', () => scanMedia(open, renditions, sizes, cueKey, ports));
    return { open, timeline: layRecording(source, scanned, log) };
  });
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
