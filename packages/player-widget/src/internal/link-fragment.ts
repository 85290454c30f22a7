/** Seconds; without an end, `Infinity`. */
export interface LinkTime {
  readonly start: number;
  readonly end: number;
}

/** What an address's fragment says to players; whatever else it says belongs to the page. */
export interface LinkFragment {
  /** `t=62`, `t=1:02`, `t=10,20`, as in Media Fragments. */
  readonly time: LinkTime | undefined;
  /** `product=mug-blue`: an id. */
  readonly product: string | undefined;
  /** `id=spring-table`: which player is meant. */
  readonly id: string | undefined;
  /** What was meant for a player and cannot be used, each in words for a developer. */
  readonly problems: readonly string[];
}

/** Longest part of a value that a message repeats. */
const LONGEST_VALUE = 100;

/** Reads `#t=…`, `#product=…` and `#id=…`, joined by `&`, percent-encoded; of several with one name the last counts. */
export function readLinkFragment(hash: string): LinkFragment {
  const problems: string[] = [];
  const values = new Map<string, string>();
  for (const pair of hash.replace(/^#/, '').split('&')) {
    const [, name = '', value = ''] = /^(t|product|id)=(.*)$/s.exec(pair) ?? [];
    if (name) values.set(name, value);
  }
  const read = <Value>(
    name: string,
    parse: (text: string) => Value | undefined,
    right: string,
  ): Value | undefined => {
    const text = values.get(name);
    const value = text === undefined ? undefined : parse(decoded(text));
    // An `id` is as likely the page's own.
    if (text !== undefined && value === undefined && name !== 'id')
      problems.push(`#${name}=${text.slice(0, LONGEST_VALUE)} should be ${right}.`);
    return value;
  };
  return {
    time: read('t', readTime, 'seconds, or hours:minutes:seconds, and perhaps an end: t=62, t=1:02, t=10,20'),
    product: read('product', (text) => text || undefined, "a product's id, percent-encoded"),
    id: read('id', (text) => text || undefined, ''),
    problems,
  };
}

/** Empty where it is not well encoded, which is no value of any of ours. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function readTime(text: string): LinkTime | undefined {
  const [from = '', to, ...more] = text.replace(/^npt:/, '').split(',');
  const start = from === '' && to !== undefined ? 0 : secondsOf(from);
  const end = to === undefined ? Infinity : secondsOf(to);
  return more.length === 0 && start < end ? { start, end } : undefined;
}

const TIME = /^(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,6}(?:\.\d{0,9})?)$/;

function secondsOf(text: string): number {
  const [, hours, minutes, seconds] = TIME.exec(text) ?? [];
  if ((minutes !== undefined && Number(seconds) >= 60) || (hours !== undefined && Number(minutes) >= 60))
    return Number.NaN;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? NaN);
}
