import { PlayerError } from '../../media/player-error.ts';

import type { PlayerAttributes } from './attributes.ts';

type OnProblem = (error: PlayerError) => void;

/** Product cards and hotspots: wanted as soon as a source is being opened. */
export function needOverlay(onProblem: OnProblem): void {
  import('../product-overlay/vitrine-product-overlay.ts').catch(tellWith(onProblem));
}

/** The screens in place of a picture: wanted only where there is none. */
export function needScreen(onProblem: OnProblem): void {
  import('../event-screen/vitrine-event-screen.ts').catch(tellWith(onProblem));
}

/** Sentences about attributes that cannot be used: wanted by few pages, and not for long. */
export function explainAttributes(
  element: Element,
  attributes: PlayerAttributes,
  onProblem: OnProblem,
): void {
  import('./attribute-problems.ts').then(
    ({ attributeProblems }) => attributeProblems(element, attributes).forEach(onProblem),
    tellWith(onProblem),
  );
}

function tellWith(onProblem: OnProblem): (cause: unknown) => void {
  return (cause) => onProblem(new PlayerError('OVERLAY_NOT_LOADED', undefined, { cause }));
}
