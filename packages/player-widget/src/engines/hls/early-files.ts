import { wait } from '../../internal/wait.ts';
import { firstPlaylist, firstSegment, type Wanted } from './first-files.ts';

/** To the request for the multivariant playlist, where it was made already; `undefined` in it where nothing answered. */
export type EarlyAnswer = Promise<Response | undefined>;

/** Milliseconds until an answer begins, and until it ends: as long as hls.js itself would wait. */
const PATIENCE = { first: 10_000, end: 60_000 };

export interface EarlyFile {
  /** After redirects. */
  readonly url: string;
  readonly data: string | ArrayBuffer;
  /** `performance.now()` of the request, of the answer's beginning and of its end. */
  readonly times: readonly [start: number, first: number, end: number];
}

type OnText = (text: string, base: string) => void;

/**
 * What hls.js will ask for first, asked for while hls.js itself is on its way: the multivariant playlist, that of one rendition and
 * its first segment. Each is given once; what did not come is `undefined`, and for hls.js to ask for.
 */
export class EarlyFiles {
  readonly #files = new Map<string, Promise<EarlyFile | undefined>>();
  readonly #signal: AbortSignal;
  /** URL of the playlist of the rendition that was chosen. */
  playlist: string | undefined;

  constructor(url: string, answer: EarlyAnswer, bandwidth: number, { signal }: { signal: AbortSignal }) {
    this.#signal = signal;
    const withFirst = (base: string, first: Wanted | undefined, onText?: OnText): string | undefined => {
      // What would be written in another way here than by hls.js is left to that.
      const isPlain = first && /^[\w\-./~:?=&%+,;@!$'()*]+$/.test(first.url);
      const there = isPlain && { ...first, url: new URL(first.url, base).href };
      if (there) this.#ask(there, onText);
      return there ? there.url : undefined;
    };
    const onPlaylist: OnText = (text, base) => withFirst(base, firstSegment(text));
    const onMultivariant: OnText = (text, base) => {
      this.playlist = withFirst(base, firstPlaylist(text, bandwidth), onPlaylist);
    };
    this.#ask({ url }, onMultivariant, answer);
  }

  /** Nobody will take them. */
  forget(): void {
    this.#files.clear();
  }

  take(wanted: Wanted): Promise<EarlyFile | undefined> | undefined {
    const name = nameOf(wanted);
    const file = this.#files.get(name);
    this.#files.delete(name);
    return file;
  }

  /** @param onText - told before whoever takes the file */
  #ask(wanted: Wanted, onText?: OnText, asked?: EarlyAnswer): void {
    const { url, range } = wanted;
    const start = performance.now();
    const within = <Value>(ms: number, promise: Promise<Value>): Promise<Value | undefined> =>
      Promise.race([promise, wait(ms, { signal: this.#signal }).then(() => undefined)]);
    const read = async (): Promise<EarlyFile | undefined> => {
      const headers = new Headers(range && { Range: `bytes=${range.start}-${range.end - 1}` });
      const asking = asked ?? fetch(url, { signal: this.#signal, headers });
      const answer = await within(PATIENCE.first, asking);
      const first = performance.now();
      // A server that knows no ranges sends all of it.
      if (!answer?.ok || (range && answer.status !== 206)) return undefined;
      const body: Promise<string | ArrayBuffer> = wanted.isMedia ? answer.arrayBuffer() : answer.text();
      const data = await within(PATIENCE.end, body);
      if (data === undefined) return undefined;
      if (typeof data === 'string') {
        // Where one has to log in, that may be a page.
        if (!/^\uFEFF?#EXTM3U/.test(data)) return undefined;
        onText?.(data, answer.url);
      }
      return { url: answer.url, data, times: [start, first, performance.now()] };
    };
    this.#files.set(
      nameOf(wanted),
      read().catch(() => undefined),
    );
  }
}

function nameOf({ url, range }: Wanted): string {
  return [url, range?.start, range?.end].join(' ');
}
