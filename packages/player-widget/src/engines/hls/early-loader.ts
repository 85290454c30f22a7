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
    #ended = false;

    override load(
      context: LoaderContext | FragmentLoaderContext,
      config: LoaderConfiguration,
      callbacks: LoaderCallbacks<LoaderContext>,
    ): void {
      const { url, rangeStart, rangeEnd } = context;
      const range = rangeEnd ? { range: { start: rangeStart ?? 0, end: rangeEnd } } : {};
      const asked = files.take({ url, ...range });
      if (!asked) return super.load(context, config, callbacks);
      void asked.then((file) => {
        if (this.#ended) return;
        if (file) this.#give(file, context, callbacks);
        else super.load(context, config, callbacks);
      });
    }

    #give(
      { url, data, times }: EarlyFile,
      context: LoaderContext,
      { onSuccess }: LoaderCallbacks<LoaderContext>,
    ): void {
      const { loading } = this.stats;
      [loading.start, loading.first, loading.end] = times;
      this.stats.loaded = this.stats.total = typeof data === 'string' ? data.length : data.byteLength;
      onSuccess({ url, data, code: 200 }, this.stats, context, null);
    }

    override abort(): void {
      this.#ended = true;
      super.abort();
    }

    override destroy(): void {
      this.#ended = true;
      super.destroy();
    }
  };
}
