import type { JournalEntry } from '../journal/journal.ts';
import { privTag } from '../timed-metadata/id3-tag.ts';
import { segmentClockTag } from '../timed-metadata/segment-clock.ts';
import type { Clip, Gop } from './clip.ts';
import type { Segment } from './segment.ts';
import { SegmentWriter } from './segment-writer.ts';
import { pictureAt, positionInTake, segmentSpan, type PicturePosition, type Take } from './take.ts';

interface PendingText {
  readonly text: string;
  readonly at: number;
  /** Counted from the take's first picture. */
  readonly picture: number;
}

export interface BroadcastOutput {
  segment(segment: Segment): void;
  written(entries: readonly JournalEntry[]): void;
}

/**
 * Makes a stream's segments from the clip, each when its last picture is out. It knows no timer: whoever drives it
 * says what time it is, so that the same code writes a live stream at its pace and a finished recording at once.
 */
export class Broadcast {
  readonly #clip: Clip;
  readonly #output: BroadcastOutput;
  readonly #writers: ReadonlyMap<string, SegmentWriter>;
  readonly #streamStartedAt: number;
  #take: Take;
  #segmentInTake = 0;
  #sequence = 0;
  /** In the order of their pictures. */
  #pending: PendingText[] = [];
  #afterBreak = false;

  constructor(clip: Clip, take: Take, output: BroadcastOutput) {
    this.#clip = clip;
    this.#take = take;
    this.#streamStartedAt = take.startedAt;
    this.#output = output;
    this.#writers = new Map(clip.renditions.map(({ name }) => [name, new SegmentWriter()]));
  }

  /** The picture that comes next at a time (epoch ms). */
  position(time: number): PicturePosition {
    return positionInTake(this.#clip, this.#take, pictureAt(this.#clip, this.#take, time));
  }

  /** Puts a text onto the picture that comes next, or the first one that is not written yet. */
  putMetadata(text: string, at: number): PicturePosition {
    const written = segmentSpan(this.#clip, this.#take, this.#segmentInTake).firstPicture;
    const picture = Math.max(pictureAt(this.#clip, this.#take, at), written);
    const before = this.#pending.findLastIndex((text) => text.picture <= picture);
    this.#pending.splice(before + 1, 0, { text, at, picture });
    return positionInTake(this.#clip, this.#take, picture);
  }

  /** Epoch ms at which the next segment's last picture is out. */
  get nextSegmentAt(): number {
    const { firstPicture, pictures } = segmentSpan(this.#clip, this.#take, this.#segmentInTake);
    return positionInTake(this.#clip, this.#take, firstPicture + pictures).programTime;
  }

  /** Makes every segment that is whole at a time. */
  produceUntil(time: number): void {
    while (this.nextSegmentAt <= time) {
      const { pictures } = segmentSpan(this.#clip, this.#take, this.#segmentInTake);
      this.#produce(pictures);
    }
  }

  /**
   * Ends the take with the picture that comes next at a time. The last segment may then be shorter than the others;
   * one under half a second is left away unless a text is in it, since players do not like such crumbs.
   */
  endTake(time: number): void {
    this.produceUntil(time);
    const { firstPicture } = segmentSpan(this.#clip, this.#take, this.#segmentInTake);
    const pictures = pictureAt(this.#clip, this.#take, time) + 1 - firstPicture;
    if (pictures >= this.#clip.fps / 2 || this.#pending.length > 0) this.#produce(pictures);
  }

  /** Goes on with another take after `endTake`: the encoder has come back. */
  beginTake(take: Take): void {
    this.#take = take;
    this.#pending = [];
    this.#segmentInTake = 0;
    this.#afterBreak = true;
  }

  #produce(pictures: number): void {
    const clip = this.#clip;
    const span = segmentSpan(clip, this.#take, this.#segmentInTake);
    const first = positionInTake(clip, this.#take, span.firstPicture);
    const programTime = Math.round(first.programTime);
    const texts = this.#takeTexts(span.firstPicture + pictures);
    const clock = segmentClockTag(programTime, (programTime - this.#streamStartedAt) / 1000);
    const tags = [
      { pts: framePts(clip, first.frame), data: clock },
      ...texts.map(({ text, frame }) => ({ pts: framePts(clip, frame), data: privTag(text) })),
    ];
    const discontinuity = span.wraps || this.#afterBreak;
    const offset = first.pts - framePts(clip, first.frame);
    const media = new Map<string, Buffer>();
    for (const { name, gops } of clip.renditions) {
      const gop = gopUntil(clip, gops[span.gop], framePts(clip, first.frame + pictures));
      const bytes = this.#writers.get(name)?.write({ gop, tags, offset, discontinuity });
      if (bytes !== undefined) media.set(name, bytes);
    }
    this.#output.written(
      clip.renditions.flatMap(({ name }) => texts.map((text) => ({ rendition: name, ...text }))),
    );
    this.#output.segment({
      sequence: this.#sequence,
      discontinuity,
      restarted: this.#afterBreak,
      programTime,
      duration: pictures / clip.fps,
      firstFrame: first.frame,
      media,
    });
    this.#sequence += 1;
    this.#segmentInTake += 1;
    this.#afterBreak = false;
  }

  /** The texts of all pictures before one of the take, in order, and no longer pending. */
  #takeTexts(end: number): (PicturePosition & Pick<PendingText, 'text' | 'at'>)[] {
    const later = this.#pending.findIndex(({ picture }) => picture >= end);
    const due = this.#pending.splice(0, later === -1 ? this.#pending.length : later);
    return due.map(({ text, at, picture }) => ({
      text,
      at,
      ...positionInTake(this.#clip, this.#take, picture),
    }));
  }
}

/** PTS of a picture as the clip's own files have it. */
function framePts(clip: Clip, frame: number): number {
  return clip.firstPts + frame * clip.ticksPerFrame;
}

/** What of a GOP lies before a time; the clip's last GOP keeps the tail of its sound when it is whole. */
function gopUntil(clip: Clip, gop: Gop = { pictures: [], audio: [] }, end: number): Gop {
  const pictures = gop.pictures.filter(({ pts }) => pts < end - clip.ticksPerFrame / 2);
  if (pictures.length === gop.pictures.length) return gop;
  return { pictures, audio: gop.audio.filter(({ pts }) => pts < end) };
}
