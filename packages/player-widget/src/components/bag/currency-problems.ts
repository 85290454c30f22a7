import { isCurrency } from '../../internal/format.ts';
import { PlayerError } from '../../media/player-error.ts';
import type { PlayerState, PlayerStore } from '../../store/player-store.ts';
import { tell } from '../player/tell.ts';

/** Longest part of a value that a message repeats. */
const LONGEST_VALUE = 60;

const RIGHT = 'the ISO 4217 code of a currency, such as EUR';

/** Tells a developer of currencies that there are not, each once. Nothing depends on them: a price carries its own. */
export function tellCurrencyProblems(host: HTMLElement, store: PlayerStore, signal: AbortSignal): void {
  const told = new Set<string>();
  const look = (state: PlayerState): void => {
    for (const { code, message, fatal } of problemsOf(state)) {
      if (told.has(message)) continue;
      told.add(message);
      tell(host, 'vitrine-error', { code, message, fatal });
    }
  };
  store.subscribe(look, { signal });
  look(store.state);
}

function problemsOf({ currency, event }: PlayerState): readonly PlayerError[] {
  const problems: PlayerError[] = [];
  if (typeof currency === 'string' && !isCurrency(currency))
    problems.push(new PlayerError('ATTRIBUTE_INVALID', `currency=${quoted(currency)} should be ${RIGHT}.`));
  if (event && !isCurrency(event.currency)) {
    const words = `event.currency is ${quoted(event.currency)}; it should be ${RIGHT}.`;
    problems.push(new PlayerError('EVENT_INVALID', words, { fatal: false }));
  }
  return problems;
}

function quoted(value: string): string {
  return JSON.stringify(value.slice(0, LONGEST_VALUE));
}
