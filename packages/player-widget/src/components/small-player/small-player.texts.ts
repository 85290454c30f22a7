export const SMALL_TEXTS = {
  play: 'Play',
  pause: 'Pause',
  mute: 'Mute',
  unmute: 'Unmute',
  close: 'Close',
  toPage: 'Back to the page',
  away: 'This video plays in a window of its own.',
  bringBack: 'Bring it back',
} as const;
