import type { Channel } from '../channels/channel.ts';
import { endState } from '../channels/channel-session.ts';
import { newStreamId } from '../channels/ids.ts';
import type { JournalEntry } from '../journal/journal.ts';
import type { RecordingFaults } from '../mishaps/recording-faults.ts';
import { recordingNotification, type Notification } from '../notifications/envelope.ts';
import { Broadcast } from '../stream/broadcast.ts';
import type { Clip } from '../stream/clip.ts';
import { gopOfFrame } from '../stream/take.ts';
import type { Recorder } from './recorder.ts';

/** A text of the script, at a time of the show or on a picture of it (counted from its first picture, 0). */
export type ScriptLine = { readonly text: string } & (
  { readonly atSeconds: number } | { readonly picture: number }
);

export interface FinishedRecordingScript {
  readonly script: readonly ScriptLine[];
  readonly durationSeconds: number;
  /** Epoch milliseconds of the show's first picture; default: as long ago as the show lasts. */
  readonly startedAt?: number;
  /** Picture of the clip to begin with; moved back to the keyframe before it. Default 0. */
  readonly fromFrame?: number;
  /** Added to the clip's timestamps until it starts over, in 90 kHz ticks. Default 0. */
  readonly timestampOffset?: number;
  /** Times at which the encoder breaks off and comes back, in seconds of the show, gaps not counted. */
  readonly restarts?: readonly { readonly atSeconds: number; readonly gapSeconds: number }[];
  readonly faults?: RecordingFaults;
}

export interface WrittenRecording {
  readonly bucket: string;
  readonly prefix: string;
  readonly durationMs: number;
  readonly journal: readonly JournalEntry[];
  /** What EventBridge would send now. */
  readonly notification: Notification;
}

/** Writes a whole recording at once, through the same code as on air, with a clock that is only counted. */
export async function writeFinished(
  show: FinishedRecordingScript,
  clip: Clip,
  channel: Channel,
  newRecorder: (startedAt: number, faults: RecordingFaults) => Recorder,
): Promise<WrittenRecording> {
  const startedAt = Math.round(show.startedAt ?? Date.now() - show.durationSeconds * 1000);
  const recorder = newRecorder(startedAt, show.faults ?? {});
  const journal: JournalEntry[] = [];
  const firstGop = gopOfFrame(clip, show.fromFrame ?? 0);
  let take = { startedAt, firstGop, loop: 0, timestampOffset: show.timestampOffset ?? 0 };
  const broadcast = new Broadcast(clip, take, {
    segment: (segment) => recorder.add(segment),
    written: (entries) => journal.push(...entries),
  });
  const frameMs = 1000 / clip.fps;
  const streamIds = [newStreamId()];
  let endedAt = startedAt;
  const stretches = stretchesOf(show, clip.fps);
  for (const [index, stretch] of stretches.entries()) {
    const begin = take.startedAt;
    for (const { text, picture } of textsWithin(show.script, stretch, clip.fps)) {
      broadcast.putMetadata(text, begin + (picture - stretch.first) * frameMs);
    }
    const lastPictureAt = begin + (stretch.end - 1 - stretch.first) * frameMs;
    while (broadcast.nextSegmentAt <= lastPictureAt) {
      broadcast.produceUntil(broadcast.nextSegmentAt);
      await recorder.settled(); // keeps memory flat, however long the show
    }
    const reached = broadcast.position(lastPictureAt);
    broadcast.endTake(lastPictureAt);
    endedAt = Math.round(lastPictureAt + frameMs);
    if (index === stretches.length - 1) break;
    const next = (gopOfFrame(clip, reached.frame) + 1) % clip.keyframes.length;
    take = {
      startedAt: endedAt + stretch.gapSeconds * 1000,
      firstGop: next,
      loop: reached.loop + (next === 0 ? 1 : 0),
      timestampOffset: -(clip.keyframes[next] ?? 0) * clip.ticksPerFrame,
    };
    broadcast.beginTake(take);
    streamIds.push(newStreamId());
  }
  const result = await recorder.finish(endedAt);
  const { bucket, prefix, sessionId } = recorder;
  const state = { ...endState(result), bucket, prefix, sessionId, streamIds };
  if (result.failure !== undefined)
    throw new Error(`the recording could not be written`, { cause: recorder.error });
  return {
    bucket,
    prefix,
    durationMs: result.durationMs,
    journal,
    notification: recordingNotification(channel, state, endedAt),
  };
}

interface Stretch {
  /** Pictures of the show, the end excluded. */
  readonly first: number;
  readonly end: number;
  /** Pause after it. */
  readonly gapSeconds: number;
}

function stretchesOf({ durationSeconds, restarts = [] }: FinishedRecordingScript, fps: number): Stretch[] {
  const breaks = [...restarts].sort((a, b) => a.atSeconds - b.atSeconds);
  const ends = [...breaks, { atSeconds: durationSeconds, gapSeconds: 0 }];
  return ends.map(({ atSeconds, gapSeconds }, index) => ({
    first: Math.round((ends[index - 1]?.atSeconds ?? 0) * fps),
    end: Math.round(atSeconds * fps),
    gapSeconds,
  }));
}

function textsWithin(script: readonly ScriptLine[], { first, end }: Stretch, fps: number) {
  return script
    .map((line) => ({
      text: line.text,
      picture: 'picture' in line ? line.picture : Math.ceil(line.atSeconds * fps - 1e-6),
    }))
    .filter(({ picture }) => picture >= first && picture < end);
}
