import type {
  FragmentLoaderContext,
  HlsConfig,
  LoaderCallbacks,
  LoaderConfiguration,
  LoaderContext,
} from 'hls.js';
import type { EarlyFile, EarlyFiles } from './early-files.ts';

type LoaderClass = HlsConfig['loader'];

/** hls.js's own loader, which first looks among what was asked for early. */
export function earlyLoader(Loader: LoaderClass, files: EarlyFiles): LoaderClass {
  return class extends Loader {
    #waiting: LoaderCallbacks<LoaderContext> | undefined;

    override load(
      context: LoaderContext | FragmentLoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      const { url, rangeStart, rangeEnd } = context;
      const range = rangeEnd ? { range: { start: rangeStart ?? 0, end: rangeEnd } } : {};
      const asked = files.take({ url, ...range });
      if (!asked) return super.load(context, config, callbacks);
      // By this hls.js knows what is being loaded already.
      this.context = context;
      this.#waiting = callbacks;
      void asked.then((file) => {
        if (!this.#waiting) return;
        this.#waiting = undefined;
        if (file) this.#give(file, context, callbacks);
        else super.load(context, config, callbacks);
      });
    }

    #give(
      { url, data, times }: EarlyFile,
      context: LoaderContext,
      { onSuccess }: LoaderCallbacks<LoaderContext>,
    ): void {
      const { stats } = this;
      const [start, first, end] = times;
      // As if it had come just now: hls.js reckons the bandwidth by when it was there to take it.
      const late = performance.now() - end;
      Object.assign(stats.loading, { start: start + late, first: first + late, end: end + late });
      stats.loaded = stats.total = typeof data === 'string' ? data.length : data.byteLength;
      stats.bwEstimate = (stats.total * 8000) / (end - first);
      onSuccess({ url, data, code: 200 }, stats, context, null);
    }

    override abort(): void {
      const callbacks = this.#waiting;
      if (!callbacks || !this.context) return super.abort();
      this.#waiting = undefined;
      this.stats.aborted = true;
      callbacks.onAbort?.(this.stats, this.context, null);
    }

    override destroy(): void {
      this.#waiting = undefined;
      super.destroy();
    }
  };
}
