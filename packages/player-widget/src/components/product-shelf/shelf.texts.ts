export const SHELF_TEXTS = {
  onScreenNow: 'On screen now',
  showMe: 'Show me',
  showMeAt: 'Show me, {time}',
} as const;
