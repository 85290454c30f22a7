export const PLAYER_TEXTS = { player: 'Video player' } as const;
