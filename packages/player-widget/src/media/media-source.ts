import type { Starter } from '@vitrine/product-cues';

/** What to play. The type alone chooses the engine, never the browser's `canPlayType` (Chromium says "maybe" to HLS). */
export interface LiveSource {
  readonly type: 'live';
  /** An IVS playback URL, or any other live HLS. */
  readonly url: string;
}

export interface ArchiveSource {
  readonly type: 'archive';
  readonly url: string;
  /** Whether the recording carries captions; decides between hls.js's light and full build. */
  readonly captions: boolean;
  /** In seconds. */
  readonly duration?: number;
  /** Its beginning, in a form that needs no engine. */
  readonly starter?: Starter;
}

export type PlaySource = LiveSource | ArchiveSource;
