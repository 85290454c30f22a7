/** Epoch milliseconds that never go back, unlike Date.now(), which a time server may set. */
export type Clock = () => number;

export const systemClock: Clock = () => performance.timeOrigin + performance.now();
