/** Counts calls in a sliding second: IVS takes five PutMetadata a second for a channel. */
export interface CallBudget {
  /** Milliseconds until a call may be made; 0: now. */
  waitingTime(now: number): number;
  spend(now: number): void;
}

const CALLS = 5;
/** A little over a second: the calls of one second here may reach IVS closer together. */
const WINDOW = 1_050;

export function createCallBudget(): CallBudget {
  const spent: number[] = [];
  return {
    waitingTime(now) {
      const oldest = spent.length < CALLS ? undefined : spent[0];
      return oldest === undefined ? 0 : Math.max(0, oldest + WINDOW - now);
    },
    spend(now) {
      spent.push(now);
      if (spent.length > CALLS) spent.shift();
    },
  };
}
