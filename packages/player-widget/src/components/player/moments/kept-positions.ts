/** Where positions are kept, for a page that wants to remove them. */
const PLACE = 'vitrine.resume';
/** Events that are remembered; then the one left longest ago is forgotten. */
const MOST = 50;
const LONGEST_KEY = 300;

/** The key of an event and seconds, in the order in which they were kept. */
type Kept = readonly (readonly [string, number])[];

export function keptPosition(key: string): number | undefined {
  return read().find(([name]) => name === key)?.[1];
}

export function keepPosition(key: string, seconds: number): void {
  if (key.length <= LONGEST_KEY) write([...without(key), [key, Math.round(seconds * 10) / 10]]);
}

export function forgetPosition(key: string): void {
  const rest = without(key);
  if (rest.length < read().length) write(rest);
}

function without(key: string): Kept {
  return read().filter(([name]) => name !== key);
}

/** Another script of the page may have written there, and a browser may refuse: then nothing is kept. */
function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPosition).slice(-MOST) : [];
  } catch {
    return [];
  }
}

function isPosition(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && Number.isFinite(value[1]);
}

function write(kept: Kept): void {
  try {
    if (kept.length > 0) localStorage.setItem(PLACE, JSON.stringify(kept.slice(-MOST)));
    else localStorage.removeItem(PLACE);
  } catch {
    // Full or forbidden: the next visit begins at the beginning.
  }
}
