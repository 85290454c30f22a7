import type { LaidRendition } from './laid-rendition.ts';
import type { Piece } from './pieces.ts';
import type { RecordingTimeline } from './recording-timeline.ts';
import type { PublicationLog } from '../publication.ts';

/** What a player can choose: one rendition of each recording. */
export interface Rung {
  /** Whose name, size and codecs it has: that of the recording of which most is shown. */
  readonly main: LaidRendition;
  /** By the recording's index; `undefined` for one of which nothing is shown. */
  readonly parts: readonly (LaidRendition | undefined)[];
}

/**
 * The renditions of the recording of which most is shown, the best first; each other recording gives for each the one of the same height, or the nearest. A recording that is
 * cut gives only those that can be cut at the same pictures.
 */
export function ladder(
  recordings: readonly RecordingTimeline[],
  pieces: readonly Piece[],
  log: PublicationLog,
): readonly Rung[] {
  const shown = recordings.map((recording, index) => {
    const own = pieces.filter((piece) => piece.recording === index);
    const isCut = own.some(({ cutBefore, cutAfter }) => cutBefore || cutAfter);
    const renditions = recording.renditions.filter((one) => !isCut || recording.inStep.has(one));
    for (const { name } of recording.renditions.filter((one) => !renditions.includes(one)))
      log.warn(
        { recording: recording.source.id, rendition: name },
        'a rendition that cannot be cut at the pictures of the best one is left out',
      );
    return { renditions, ticks: own.reduce((sum, { start, end }) => sum + end - start, 0) };
  });
  const most = shown.reduce((best, one) => (one.ticks > best.ticks ? one : best), {
    renditions: [] as readonly LaidRendition[],
    ticks: 0,
  });
  return most.renditions.map((main) => ({
    main,
    parts: shown.map((one) => {
      if (one === most) return main;
      return one.ticks > 0 ? nearest(main, one.renditions) : undefined;
    }),
  }));
}

function nearest(wanted: LaidRendition, offered: readonly LaidRendition[]): LaidRendition | undefined {
  const distance = (a: number | undefined, b: number | undefined): number => Math.abs((a ?? 0) - (b ?? 0));
  return offered.toSorted(
    (a, b) =>
      distance(a.source.height, wanted.source.height) - distance(b.source.height, wanted.source.height) ||
      distance(a.source.variant?.bandwidth, wanted.source.variant?.bandwidth) -
        distance(b.source.variant?.bandwidth, wanted.source.variant?.bandwidth),
  )[0];
}
