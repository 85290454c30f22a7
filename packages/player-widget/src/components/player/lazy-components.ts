import { loadChunk } from '../../internal/load-chunk.ts';
import { PlayerError } from '../../media/player-error.ts';
import type { PlayerAttributes } from './attributes.ts';

type OnProblem = (error: PlayerError) => void;

/** Product cards and hotspots: wanted as soon as a source is being opened. */
export function needOverlay(onProblem: OnProblem): void {
  tellFailure(() => import('../product-overlay/vitrine-product-overlay.ts'), onProblem);
}

/** The screens in place of a picture: wanted only where there is none. What is sold goes on being sold there. */
export function needScreen(onProblem: OnProblem): void {
  tellFailure(() => import('../event-screen/vitrine-event-screen.ts'), onProblem);
  needOverlay(onProblem);
}

/** Sentences about attributes that cannot be used: wanted by few pages, and not for long. */
export function explainAttributes(
  element: Element,
  attributes: PlayerAttributes,
  onProblem: OnProblem,
): void {
  tellFailure(
    () =>
      import('./attribute-problems.ts').then(({ attributeProblems }) =>
        attributeProblems(element, attributes).forEach(onProblem),
      ),
    onProblem,
  );
}

function tellFailure(load: () => Promise<unknown>, onProblem: OnProblem): void {
  loadChunk(load).catch((cause: unknown) =>
    onProblem(new PlayerError('OVERLAY_NOT_LOADED', undefined, { cause })),
  );
}
