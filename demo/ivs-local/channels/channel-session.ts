import { setTimeout as wait } from 'node:timers/promises';
import { IvsError } from '../control-api/ivs-errors.ts';
import type { JournalEntry } from '../journal/journal.ts';
import type { NotificationFaults } from '../mishaps/notification-faults.ts';
import type { RecordingFaults } from '../mishaps/recording-faults.ts';
import {
  recordingNotification,
  streamNotification,
  type Notification,
  type RecordingState,
  type StreamState,
} from '../notifications/envelope.ts';
import type { Notifier } from '../notifications/notifier.ts';
import type { Recorder, RecordingResult } from '../recording/recorder.ts';
import type { Segment } from '../stream/segment.ts';
import type { Channel } from './channel.ts';
import { OnAir, type OnAirOptions } from './on-air.ts';

export interface SessionOptions extends OnAirOptions {
  readonly channel: Channel;
  readonly notifier: Notifier;
  /** A new recording; undefined where the channel is not recorded. */
  readonly newRecorder: (startedAt: number, faults: RecordingFaults) => Recorder | undefined;
  /** How long the encoder may be away and still go on in the same recording, in seconds. */
  readonly reconnectWindowSeconds: number;
  readonly signal: AbortSignal;
  readonly faults?: SessionFaults;
}

/** Mishaps from the first moment on. */
export interface SessionFaults {
  readonly notifications?: NotificationFaults;
  readonly recording?: RecordingFaults;
}

/** A recording that is finished, with the notification that says so. */
export interface FinishedRecording {
  readonly bucket: string;
  readonly prefix: string;
  readonly durationMs: number;
  readonly notification: Notification;
}

export interface RestartOptions {
  /** Seconds without an encoder. */
  readonly gapSeconds?: number;
  /** Picture to go on with; unset, where the show has got to meanwhile. */
  readonly fromFrame?: number;
  /** Two recordings of one show, also where the gap is within the reconnect window. */
  readonly newRecording?: boolean;
}

/** A channel from going on air until it is stopped: the stream, its recordings, its journal, its notifications. */
export class ChannelSession {
  #setPlayable: () => void = () => undefined;
  readonly air: OnAir;
  readonly journal: JournalEntry[] = [];
  readonly recordings: FinishedRecording[] = [];
  /** Resolves when the first segment is out, or the session was stopped before. */
  readonly playable = new Promise<void>((resolve) => {
    this.#setPlayable = resolve;
  });
  notificationFaults: NotificationFaults;
  readonly recordingFaults: RecordingFaults;
  readonly #options: SessionOptions;
  #recorder: Recorder | undefined;
  #streamIds: string[] = [];
  #announcedStream = '';
  #stopped: Promise<FinishedRecording | undefined> | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.notificationFaults = { ...options.faults?.notifications };
    this.recordingFaults = { ...options.faults?.recording };
    this.air = new OnAir(options, {
      segment: (segment) => this.#onSegment(segment),
      written: (entries) => this.journal.push(...entries),
    });
  }

  start(): void {
    this.#notifyStream('Session Created');
    this.air.start();
  }

  /** Resolves with the last recording once it is complete in the store. */
  stop(): Promise<FinishedRecording | undefined> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  /** The encoder breaks off and comes back; resolves when it has. Rejects with ChannelNotBroadcasting where there is none. */
  async restart({ gapSeconds = 0, fromFrame, newRecording = false }: RestartOptions): Promise<void> {
    if (!this.air.sending) throw new IvsError('ChannelNotBroadcasting', 'Channel is not broadcasting');
    this.air.breakOff();
    this.#endStream();
    if (newRecording || gapSeconds > this.#options.reconnectWindowSeconds) await this.#finishRecording();
    await wait(gapSeconds * 1000, undefined, { signal: this.#options.signal }).catch(() => undefined);
    if (this.#stopped !== undefined) return;
    this.air.comeBack(fromFrame);
    this.#notifyStream('Session Created');
  }

  async #stop(): Promise<FinishedRecording | undefined> {
    const wasSending = this.air.sending;
    this.air.stop();
    this.#setPlayable();
    if (wasSending) this.#endStream();
    await this.#finishRecording();
    this.#options.notifier.release(this.#options.channel.arn, this.notificationFaults);
    return this.recordings.at(-1);
  }

  #onSegment(segment: Segment): void {
    if (this.#announcedStream !== this.air.streamId) {
      this.#announcedStream = this.air.streamId;
      this.#notifyStream('Stream Start');
      this.#openRecording(segment.programTime);
    }
    this.#recorder?.add(segment);
    this.#setPlayable();
  }

  #openRecording(startedAt: number): void {
    this.#streamIds.push(this.air.streamId);
    if (this.#recorder !== undefined) return;
    this.#recorder = this.#options.newRecorder(startedAt, this.recordingFaults);
    if (this.#recorder !== undefined) {
      this.#notifyRecording(this.#recorder, { status: 'Recording Start', reason: '', durationMs: 0 });
    }
  }

  async #finishRecording(): Promise<void> {
    const recorder = this.#recorder;
    const streamIds = this.#streamIds;
    this.#recorder = undefined;
    this.#streamIds = [];
    if (recorder === undefined) return;
    const result = await recorder.finish(this.#options.clock());
    const state = endState(result);
    const notification = this.#notifyRecording(recorder, state, streamIds);
    const { bucket, prefix } = recorder;
    this.recordings.push({ bucket, prefix, durationMs: result.durationMs, notification });
  }

  #endStream(): void {
    this.#notifyStream('Session Ended');
    // A stream that nobody could watch yet has not started either.
    if (this.#announcedStream === this.air.streamId) this.#notifyStream('Stream End');
  }

  #notifyStream(state: StreamState): void {
    const { channel, notifier, clock } = this.#options;
    notifier.send(streamNotification(channel, this.air.streamId, state, clock()), this.notificationFaults);
  }

  #notifyRecording(
    { bucket, prefix, sessionId }: Recorder,
    state: Pick<RecordingState, 'status' | 'reason' | 'durationMs'>,
    streamIds: readonly string[] = this.#streamIds,
  ): Notification {
    const { channel, notifier, clock } = this.#options;
    const whole = { ...state, bucket, prefix, sessionId, streamIds };
    const notification = recordingNotification(channel, whole, clock());
    notifier.send(notification, this.notificationFaults);
    return notification;
  }
}

/** How a recording's end is told. */
export function endState({
  durationMs,
  failure,
}: RecordingResult): Pick<RecordingState, 'status' | 'reason' | 'durationMs'> {
  return failure === undefined
    ? { status: 'Recording End', reason: '', durationMs }
    : { status: 'Recording End Failure', reason: failure, durationMs };
}
