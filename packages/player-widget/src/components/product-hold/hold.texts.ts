export const HOLD_TEXTS = {
  hold: 'Hold what is shown',
  held: 'Held',
  letGo: 'Held: show what is on screen again',
} as const;
