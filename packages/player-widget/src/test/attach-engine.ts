import { loadEngine } from '../engines/choose-engine.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import type { PlaySource } from '../media/media-source.ts';
import { engineStreams } from './engine-streams.ts';

export interface Attached {
  readonly engine: MediaEngine;
  readonly video: HTMLVideoElement;
  readonly source: PlaySource;
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/** The engine that the widget would choose, on a `<video>` in the page; nothing is loaded yet. */
export async function attachEngine(
  source: PlaySource,
  video = document.createElement('video'),
): Promise<Attached> {
  const { base } = await engineStreams();
  const life = new AbortController();
  const { signal } = life;
  const options = { base: new URL(base), ivsAssets: new URL('ivs/', base), signal };
  const engine = await loadEngine(source, options);
  Object.assign(video, { muted: true, playsInline: true, width: 640 });
  document.body.append(video);
  engine.attach(video, { signal });
  return {
    engine,
    video,
    source,
    signal,
    async close() {
      life.abort();
      await engine.destroy();
      video.remove();
    },
  };
}
