export const PLAYBACK_TEXTS = {
  reconnecting: 'Reconnecting…',
  sound: 'Tap for sound',
  watchReplay: 'Watch the replay',
} as const;
