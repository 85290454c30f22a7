/** PostgreSQL's codes, which both drivers pass on. */
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Whether a row could not be written because another has the same key. */
export const isDuplicate = (error: unknown): boolean => hasCode(error, UNIQUE);

/** Whether a row could not be written or removed because another refers to it, or it to one that is not there. */
export const isStillReferred = (error: unknown): boolean => hasCode(error, FOREIGN_KEY);
