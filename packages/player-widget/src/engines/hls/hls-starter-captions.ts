import type Hls from 'hls.js';
import type { LoaderCallbacks, LoaderContext, UserdataSample } from 'hls.js';
import { onAbort } from '../../internal/on-abort.ts';
import { wait } from '../../internal/wait.ts';

/** Milliseconds that hls.js is kept from going on for them: the file is in the browser's cache. */
const PATIENCE = 500;
/** Seconds by which a segment may begin before or after the end of what was read, and still be the one that follows. */
const JOINT = 0.5;

/** The file as a stream of one segment; no loader asks for it by this name. */
const PLAYLIST = `#EXTM3U
#EXT-X-TARGETDURATION:2
#EXT-X-MAP:URI="starter"
#EXTINF:2,
starter
#EXT-X-ENDLIST
`;

/**
 * Reads the captions of a starter, which hls.js never loads, within bounded time; there are none where it cannot be read.
 * @returns what gives them to the hls.js that is to go on
 */
export async function readStarterCaptions(
  Library: typeof Hls,
  url: string,
  { signal }: { signal: AbortSignal },
): Promise<(hls: Hls) => void> {
  const ended = new AbortController();
  const until = { signal: AbortSignal.any([signal, ended.signal]) };
  const reading = read(Library, url, until).catch(() => []);
  const samples = await Promise.race([reading, wait(PATIENCE, until).then(() => [])]);
  ended.abort();
  return (hls) => addCaptions(hls, samples);
}

/** Before it reads those of the segment that follows: a row that begins in the one may end in the other. */
function addCaptions(hls: Hls, samples: readonly UserdataSample[]): void {
  const { Events } = hls.constructor as typeof Hls;
  const end = samples.at(-1)?.pts;
  if (end === undefined) return;
  let isDone = false;
  hls.on(Events.FRAG_LOADING, (_, { frag }) => {
    const details = hls.levels[frag.level]?.details;
    // After a seek it may be loaded later.
    if (isDone || frag.type !== 'main' || !details || frag.start > end + JOINT) return;
    isDone = true;
    // What hls.js loads itself, it reads itself.
    if (frag.start < end - JOINT) return;
    // Not at once: hls.js has the <video> by the end of this task, and needs it to make a track.
    queueMicrotask(() => {
      if (hls.media)
        hls.trigger(Events.FRAG_PARSING_USERDATA, { id: 'main', frag, details, samples: [...samples] });
    });
  });
}

/** Has another hls.js, which plays nothing, take the file apart. */
async function read(
  Library: typeof Hls,
  url: string,
  { signal }: { signal: AbortSignal },
): Promise<UserdataSample[]> {
  const answer = await fetch(url, { credentials: 'omit', cache: 'force-cache', signal });
  const bytes = await answer.arrayBuffer();
  signal.throwIfAborted();
  const { Events } = Library;
  const reader = new Library({
    enableWorker: false,
    // Without a <video>.
    startFragPrefetch: true,
    renderTextTracksNatively: false,
    loader: class extends Library.DefaultConfig.loader {
      override load(context: LoaderContext, _: unknown, { onSuccess }: LoaderCallbacks<LoaderContext>): void {
        const data = context.responseType === 'arraybuffer' ? bytes.slice() : PLAYLIST;
        // As what comes from a network does, after the call.
        queueMicrotask(
          () => signal.aborted || onSuccess({ url, data, code: 200 }, this.stats, context, null),
        );
      }
    },
  });
  const samples: UserdataSample[] = [];
  return new Promise<UserdataSample[]>((resolve, reject) => {
    onAbort(signal, () => reject(signal.reason as Error));
    reader.on(Events.FRAG_PARSING_USERDATA, (_, parsed) => samples.push(...parsed.samples));
    reader.on(Events.FRAG_PARSED, () => resolve(samples));
    reader.on(Events.ERROR, (_, { error }) => reject(error));
    reader.loadSource(url);
  }).finally(() => reader.destroy());
}
