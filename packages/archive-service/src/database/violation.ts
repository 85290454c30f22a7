/** PostgreSQL's codes, which both drivers pass on. */
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A NUL or half a character in a text or in JSON; a point in time that there is not. */
const UNSTORABLE = ['22021', '22P05', '22P02', '22007', '22008'];

/** Whether a row could not be written because another has the same key. */
export const isDuplicate = (error: unknown): boolean => hasCode(error, UNIQUE);

/** Whether a row could not be written or removed because another refers to it, or it to one that is not there. */
export const isStillReferred = (error: unknown): boolean => hasCode(error, FOREIGN_KEY);

/** Whether a value is none that PostgreSQL knows, though JavaScript and JSON do. */
export const isUnstorable = (error: unknown): boolean => UNSTORABLE.some((code) => hasCode(error, code));
