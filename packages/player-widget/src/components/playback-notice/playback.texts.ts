export const PLAYBACK_TEXTS = {
  reconnecting: 'Reconnecting…',
  sound: 'Tap for sound',
} as const;
