export const SHELL_TEXTS = { quality: 'Quality', automatic: 'Automatic' } as const;
