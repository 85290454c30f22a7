import type { HlsConfig } from 'hls.js';

/** One more look at once, for a connection that broke; what lasts longer is the recovery's business. */
const ONCE = { maxNumRetry: 1, retryDelayMs: 500, maxRetryDelayMs: 500 } as const;
const AT_ONCE = { maxNumRetry: 1, retryDelayMs: 0, maxRetryDelayMs: 0 } as const;

/**
 * hls.js would go on for half a minute by itself, without a word and without hearing that the network is back. Times are
 * in milliseconds; renditions are changed meanwhile, where there are others.
 */
export const HLS_POLICIES: Partial<HlsConfig> = {
  fragLoadPolicy: {
    default: {
      maxTimeToFirstByteMs: 10_000,
      maxLoadTimeMs: 60_000,
      timeoutRetry: AT_ONCE,
      errorRetry: ONCE,
    },
  },
  playlistLoadPolicy: {
    default: {
      maxTimeToFirstByteMs: 10_000,
      maxLoadTimeMs: 20_000,
      timeoutRetry: AT_ONCE,
      errorRetry: ONCE,
    },
  },
  // A rendition that failed once may be the only one that comes after an outage.
  errorPenaltyExpireMs: 30_000,
  // Without any in a playlist, too, they begin anew where a MediaSource is taken over: the segment that was being loaded is left out.
  enableInterstitialPlayback: false,
};
