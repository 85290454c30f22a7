import { variedStates, type Highlight } from './script.ts';
import { createShow, untilStatus, type Show } from './show.ts';
import type { System } from './system.ts';

export interface PublishedShow extends Show {
  readonly script: readonly Highlight[];
}

export interface FinishedShow {
  readonly slug: string;
  readonly seconds: number;
  /** Picture of the clip to begin with. */
  readonly fromFrame?: number;
  /** Instead of varied states, one every two seconds. Pictures are counted from the show's first. */
  readonly script?: readonly Highlight[];
}

/** A show that is over: its recording written at once, announced over HTTP, and published by the real pipeline. */
export async function publishFinished(
  system: System,
  { slug, seconds, fromFrame = 0, script }: FinishedShow,
): Promise<PublishedShow> {
  const show = await createShow(system, { slug });
  const highlights =
    script ??
    variedStates(Math.floor(seconds / 2) - 1).map((state, index) => ({ ...state, picture: 37 + index * 61 }));
  const cueKey = slug.slice(0, 12);
  await system.ivs.writeFinishedRecording({
    channelArn: show.arn,
    durationSeconds: seconds,
    fromFrame,
    deliver: true,
    script: highlights.map(({ picture, ...state }, index) => ({
      picture,
      text: JSON.stringify({ vitrine: 1, e: cueKey, n: index + 1, ...state }),
    })),
  });
  await untilStatus(system, show, 'archived');
  return { ...show, script: highlights };
}
