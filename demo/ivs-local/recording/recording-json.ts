import type { Clip } from '../stream/clip.ts';
import { LAYOUT, renditionFolder } from './bucket-layout.ts';

export interface RecordingFacts {
  readonly channelArn: string;
  readonly clip: Clip;
  readonly startedAt: number;
  /** Whether thumbnails are written. */
  readonly thumbnails: boolean;
}

/** events/recording-started.json */
export function startedJson(facts: RecordingFacts): string {
  return json({ ...head(facts), recording_status: 'RECORDING_STARTED', media: media(facts) });
}

/** events/recording-ended.json */
export function endedJson(facts: RecordingFacts, endedAt: number, durationMs: number): string {
  return json({
    ...head(facts),
    recording_ended_at: seconds(endedAt),
    recording_status: 'RECORDING_ENDED',
    media: media(facts, durationMs),
  });
}

/** events/recording-failed.json */
export function failedJson(
  facts: RecordingFacts,
  endedAt: number,
  durationMs: number,
  message: string,
): string {
  return json({
    ...head(facts),
    recording_ended_at: seconds(endedAt),
    recording_status: 'RECORDING_ENDED_WITH_FAILURE',
    recording_status_message: message,
    media: media(facts, durationMs),
  });
}

/** RFC 3339 to the second, as IVS writes points in time. */
export function seconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function head({ channelArn, startedAt }: RecordingFacts) {
  return { version: 'v1', channel_arn: channelArn, recording_started_at: seconds(startedAt) };
}

function media({ clip, thumbnails }: RecordingFacts, durationMs?: number) {
  const size = clip.thumbnails && {
    resolution_height: clip.thumbnails.height,
    resolution_width: clip.thumbnails.width,
  };
  return {
    hls: {
      ...(durationMs !== undefined && { duration_ms: durationMs }),
      path: LAYOUT.hls,
      playlist: LAYOUT.master,
      byte_range_playlist: LAYOUT.byteRangeMaster,
      renditions: clip.renditions.map(({ width, height }) => ({
        path: renditionFolder(height, clip.fps),
        playlist: LAYOUT.playlist,
        byte_range_playlist: LAYOUT.byteRangePlaylist,
        resolution_height: height,
        resolution_width: width,
      })),
    },
    ...(thumbnails && {
      thumbnails: { path: LAYOUT.thumbnails, ...size },
      latest_thumbnail: { path: LAYOUT.latestThumbnail, ...size },
    }),
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
