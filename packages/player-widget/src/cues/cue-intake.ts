import {
  addCue,
  decodeCue,
  EMPTY_TIMELINE,
  mayCarryCue,
  type CueOrigin,
  type CueRejection,
  type LiveState,
  type ProductCue,
  type ProductState,
  type TimedCue,
  type Timeline,
} from '@vitrine/product-cues';
import type { MediaEngine } from '../media/media-engine.ts';
import type { TimedMetadata } from '../media/timed-metadata.ts';
import { createCuePlaces } from './place-cue.ts';
import { reportState } from './product-state.ts';
import { onPicture } from './timeline-alarm.ts';

/** Refusals that are kept for whoever looks for the reason; all are counted. */
const REFUSALS_KEPT = 20;

export interface CueIntakeOptions {
  readonly engine: MediaEngine;
  /** The event's key; a cue with another event's key is ignored. */
  readonly cueKey?: string;
  /** A timeline.json: once it is loaded it alone counts. While it is awaited nothing is told; `undefined` if it could not be had. */
  readonly timeline?: Promise<Timeline | undefined> | undefined;
  readonly signal: AbortSignal;
  /** What is to be shown now; called when it changes. */
  readonly onState: (state: ProductState) => void;
}

export interface CueIntake {
  readonly timeline: Timeline;
  readonly state: ProductState;
  /** Cues in the timeline by origin; texts that were refused; cues of other events, or beside a loaded timeline. */
  readonly counts: {
    readonly inBand: number;
    readonly sideChannel: number;
    readonly archive: number;
    readonly refused: number;
    readonly ignored: number;
  };
  /** The last ones. */
  readonly refusals: readonly { readonly reason: CueRejection; readonly detail: string }[];
  addSideChannel(state: LiveState): void;
  /** Whether there is a timeline.json, be it without a cue. */
  readonly hasLoaded: boolean;
  /** A timeline.json that comes late: from now on it alone counts. */
  takeTimeline(timeline: Timeline): void;
}

/** Where cues from the stream, from live.json and from timeline.json meet in one timeline, which says what is shown. */
export function createCueIntake({
  engine,
  cueKey,
  timeline: given,
  signal,
  onState,
}: CueIntakeOptions): CueIntake {
  const report = reportState(onState);
  let timeline = EMPTY_TIMELINE;
  let loaded = false;
  let awaited = !!given;
  let refused = 0;
  let ignored = 0;
  const refusals: { reason: CueRejection; detail: string }[] = [];

  const look = (): void => {
    if (!awaited && !signal.aborted) report.look(timeline, engine.pictureTime);
  };
  const add = (cue: TimedCue): void => {
    timeline = addCue(timeline, cue);
  };
  const places = createCuePlaces(engine, add);
  const takeLoaded = (value: Timeline | undefined): void => {
    awaited = false;
    if (value) [timeline, loaded] = [value, true];
    look();
  };
  const belongs = ({ e }: ProductCue): boolean =>
    !loaded && (e === undefined || cueKey === undefined || e === cueKey);

  const takeMetadata = ({ time, owner, text }: TimedMetadata): void => {
    if (!mayCarryCue(owner)) return;
    const decoded = decodeCue(text);
    if (!decoded.ok) {
      refused += 1;
      refusals.push({ reason: decoded.reason, detail: decoded.detail });
      refusals.splice(0, refusals.length - REFUSALS_KEPT);
    } else if (!belongs(decoded.cue)) ignored += 1;
    else if (!isOnScreen(decoded.cue.n, time)) add({ ...decoded.cue, time, origin: 'in-band' });
    look();
  };
  /** The side channel was a little early with it: it stays, rather than go and come again. */
  const isOnScreen = (wanted: number, time: number): boolean => {
    const now = engine.pictureTime;
    const known = now < time && timeline.cues.find(({ n }) => n === wanted);
    return !!known && known.origin === 'side-channel' && known.time <= now;
  };
  const takeSent = (cue: ProductCue, programTime: number | null): void => {
    if (!belongs(cue)) ignored += 1;
    else if (programTime !== null) places.take({ cue, programTime });
    // One that was not broadcast belongs to no picture: it holds from the one on screen when it was read first.
    else if (!timeline.cues.some(({ n }) => n === cue.n))
      add({ ...cue, time: engine.pictureTime, origin: 'side-channel' });
  };
  const takeLiveState = ({ recent = [], cue, programTime }: LiveState): void => {
    for (const sent of recent) takeSent(sent.cue, sent.programTime);
    if (cue) takeSent(cue, programTime);
    look();
  };
  const countOf = (origin: CueOrigin): number => timeline.cues.filter((cue) => cue.origin === origin).length;

  engine.addEventListener('timedmetadata', ({ detail }) => takeMetadata(detail), { signal });
  engine.addEventListener(
    'clockchange',
    () => {
      places.placeAgain();
      look();
    },
    { signal },
  );
  onPicture(
    engine,
    () => {
      places.look();
      look();
    },
    { signal },
  );
  void given?.then(takeLoaded);

  return {
    get timeline() {
      return timeline;
    },
    get state() {
      return report.state;
    },
    get counts() {
      return {
        inBand: countOf('in-band'),
        sideChannel: countOf('side-channel'),
        archive: countOf('archive'),
        refused,
        ignored,
      };
    },
    refusals,
    addSideChannel: takeLiveState,
    get hasLoaded() {
      return loaded;
    },
    takeTimeline: takeLoaded,
  };
}
