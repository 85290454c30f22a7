export const RESUME_TEXTS = { resumed: 'Resumed at {time}', fromStart: 'From the start' } as const;
