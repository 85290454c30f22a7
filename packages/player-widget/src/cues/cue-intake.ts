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
import { placeCue } from './place-cue.ts';
import { reportState } from './product-state.ts';
import { onPicture } from './timeline-alarm.ts';

/** Refusals that are kept for whoever looks for the reason; all are counted. */
const REFUSALS_KEPT = 20;

export interface CueIntakeOptions {
  readonly engine: MediaEngine;
  /** The event's key; a cue with another event's key is ignored. */
  readonly cueKey?: string;
  /** A loaded timeline.json: alone counts. While it is awaited nothing is told; `undefined` if it could not be had. */
  readonly timeline?: Timeline | Promise<Timeline | undefined>;
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
  let awaited = given instanceof Promise;
  let refused = 0;
  let ignored = 0;
  let unplaced: LiveState | undefined;
  const refusals: { reason: CueRejection; detail: string }[] = [];

  const look = (): void => {
    if (!awaited && !signal.aborted) report.look(timeline, engine.pictureTime);
  };
  const takeLoaded = (value: Timeline | undefined): void => {
    awaited = false;
    if (value) [timeline, loaded] = [value, true];
    look();
  };
  const belongs = ({ e }: ProductCue): boolean =>
    !loaded && (e === undefined || cueKey === undefined || e === cueKey);
  const add = (cue: TimedCue): void => {
    timeline = addCue(timeline, cue);
    look();
  };

  const takeMetadata = ({ time, owner, text }: TimedMetadata): void => {
    if (!mayCarryCue(owner)) return;
    const decoded = decodeCue(text);
    if (!decoded.ok) {
      refused += 1;
      refusals.push({ reason: decoded.reason, detail: decoded.detail });
      refusals.splice(0, refusals.length - REFUSALS_KEPT);
    } else if (belongs(decoded.cue)) add({ ...decoded.cue, time, origin: 'in-band' });
    else ignored += 1;
  };
  const takeLiveState = (state: LiveState): void => {
    if (!state.cue) return;
    if (!belongs(state.cue)) return void (ignored += 1);
    // An unbroadcast cue is read again with each live.json; it holds from when it was seen first.
    if (state.programTime === null && timeline.cues.some(({ n }) => n === state.cue?.n)) return;
    const cue = placeCue(state, engine);
    unplaced = cue ? undefined : state;
    if (cue) add(cue);
  };
  const countOf = (origin: CueOrigin): number => timeline.cues.filter((cue) => cue.origin === origin).length;

  engine.addEventListener('timedmetadata', ({ detail }) => takeMetadata(detail), { signal });
  engine.addEventListener('clockchange', () => unplaced && takeLiveState(unplaced), { signal });
  onPicture(engine, look, { signal });
  if (given instanceof Promise) void given.catch(() => undefined).then(takeLoaded);
  else takeLoaded(given);

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
  };
}
