import { IvsError } from '../control-api/ivs-errors.ts';
import type { JournalEntry, LostText } from '../journal/journal.ts';
import { AirFaults } from '../mishaps/air-faults.ts';
import { Broadcast } from '../stream/broadcast.ts';
import type { Clip } from '../stream/clip.ts';
import { LiveWindow } from '../stream/live-window.ts';
import type { Segment } from '../stream/segment.ts';
import { gopOfFrame, type PicturePosition } from '../stream/take.ts';
import type { Clock } from './clock.ts';
import { newStreamId } from './ids.ts';

export interface OnAirOptions {
  readonly clip: Clip;
  readonly clock: Clock;
  /** Segments in the live playlist. */
  readonly windowSegments: number;
  /** Picture of the clip to begin with; moved back to the keyframe before it. */
  readonly fromFrame: number;
  /** Seconds of stream that viewers find when it begins, as if it had been on air that long already. */
  readonly prerollSeconds: number;
  /** Added to the clip's timestamps until it starts over, in 90 kHz ticks. */
  readonly timestampOffset: number;
}

export interface OnAirListener {
  segment(segment: Segment): void;
  written(entries: readonly JournalEntry[]): void;
}

/** A channel's stream while it is on air: drives the broadcast at the pace of the clock. */
export class OnAir {
  /** New each time that the encoder connects. */
  streamId = newStreamId();
  /** Names the stream in its URLs; stays the same when the encoder comes back. */
  readonly playbackId = this.streamId;
  readonly startedAt: number;
  readonly window: LiveWindow;
  readonly faults: AirFaults;
  /** What mishaps have swallowed. */
  readonly lost: LostText[] = [];
  readonly #options: OnAirOptions;
  readonly #broadcast: Broadcast;
  #timer: NodeJS.Timeout | undefined;
  #state: 'sending' | 'broken' | 'ended' = 'sending';
  #endedAt = 0;

  constructor(options: OnAirOptions, listener: OnAirListener) {
    const { clip, clock, fromFrame, timestampOffset } = options;
    this.#options = options;
    this.startedAt = Math.round(clock() - options.prerollSeconds * 1000);
    this.faults = new AirFaults(clock);
    this.window = new LiveWindow(options.windowSegments);
    const firstGop = gopOfFrame(clip, fromFrame);
    const take = { startedAt: this.startedAt, firstGop, loop: 0, timestampOffset };
    this.#broadcast = new Broadcast(clip, take, {
      segment: (segment) => {
        this.window.add(segment);
        listener.segment(segment);
      },
      written: (entries) => listener.written(entries),
    });
  }

  /** Begins to produce; the first segments come at once if there is a preroll. */
  start(): void {
    this.#tick();
  }

  get sending(): boolean {
    return this.#state === 'sending';
  }

  /** Epoch ms; 0 while on air. */
  get endedAt(): number {
    return this.#endedAt;
  }

  position(): PicturePosition {
    return this.#broadcast.position(this.#options.clock());
  }

  /** Where the text will stand; undefined when a mishap that was asked for swallows it. */
  putMetadata(text: string): PicturePosition | undefined {
    if (!this.sending) throw new IvsError('ChannelNotBroadcasting', 'Channel is not broadcasting');
    const at = this.#options.clock();
    if (!this.faults.metadataBlocked) return this.#broadcast.putMetadata(text, at);
    this.lost.push({ text, at, ...this.#broadcast.position(at) });
    return undefined;
  }

  /** Ends with the picture that is due now. */
  stop(): void {
    if (this.sending) this.#broadcast.endTake(this.#options.clock());
    clearTimeout(this.#timer);
    this.#state = 'ended';
    this.#endedAt = this.#options.clock();
    this.window.end();
  }

  /** The encoder stops in the middle of the stream. */
  breakOff(): void {
    clearTimeout(this.#timer);
    this.#broadcast.endTake(this.#options.clock());
    this.#state = 'broken';
  }

  /**
   * The encoder is back: a new stream id, timestamps from the clip's own start. It goes on with the keyframe that
   * the show has reached meanwhile, or the one at or before `fromFrame`.
   */
  comeBack(fromFrame?: number): void {
    const { clip, clock } = this.#options;
    const startedAt = Math.round(clock());
    const reached = this.#broadcast.position(startedAt);
    const next = gopOfFrame(clip, reached.frame) + 1;
    const wraps = fromFrame === undefined && next >= clip.keyframes.length;
    const firstGop = fromFrame === undefined ? next % clip.keyframes.length : gopOfFrame(clip, fromFrame);
    const timestampOffset = -(clip.keyframes[firstGop] ?? 0) * clip.ticksPerFrame;
    this.#broadcast.beginTake({ startedAt, firstGop, loop: reached.loop + (wraps ? 1 : 0), timestampOffset });
    this.streamId = newStreamId();
    this.#state = 'sending';
    this.#tick();
  }

  #tick(): void {
    if (!this.sending) return;
    const now = this.#options.clock();
    const held = this.faults.stalledUntil;
    if (held <= now) this.#broadcast.produceUntil(now);
    const due = Math.max(this.#broadcast.nextSegmentAt, held);
    // A timer may fire a little early by this clock; one more millisecond saves an empty turn.
    this.#timer = setTimeout(() => this.#tick(), Math.max(1, due - now + 1));
  }
}
