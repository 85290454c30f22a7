export interface Origins {
  readonly cdnUrl: string;
  readonly serviceUrl: string;
  /** Where the live stream comes from; with Amazon IVS itself `https://*.live-video.net` covers it. */
  readonly ivsUrl: string;
}

/** The strict policy under which the widget runs; each entry that is there for its sake says why. */
export function contentSecurityPolicy({ cdnUrl, serviceUrl, ivsUrl }: Origins): Record<string, string[]> {
  return {
    'default-src': ["'none'"],
    // The entry and its chunks come from the CDN; the IVS player's decoder is WebAssembly.
    'script-src': ["'self'", cdnUrl, "'wasm-unsafe-eval'"],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", cdnUrl, serviceUrl],
    // hls.js and the IVS player feed the video from a MediaSource; the rest is for native playback.
    'media-src': ["'self'", 'blob:', cdnUrl, serviceUrl, ivsUrl],
    // The IVS player asks live-video.net for its settings when it starts.
    'connect-src': ["'self'", cdnUrl, serviceUrl, ivsUrl, 'https://*.live-video.net'],
    // A worker of another origin must be started from a blob.
    'worker-src': ['blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
}
