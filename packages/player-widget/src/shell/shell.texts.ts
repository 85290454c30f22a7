export const SHELL_TEXTS = {
  quality: 'Quality',
  automatic: 'Auto',
  rate: 'Playback Rate',
  captions: 'Captions',
  captionsNumber: 'Captions {number}',
  off: 'Off',
  live: 'Live',
  goLive: 'Back to live',
  atLive: 'You are watching live',
  latency: '{seconds} s behind the studio',
  caughtUp: 'Back at the live picture',
} as const;
