/** PostgreSQL's codes, which both drivers pass on. */
const UNIQUE = '23505';
const FOREIGN_KEY = '23503';

/** Empty where there is none. */
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A NUL or half a character in a text or in JSON; a point in time that there is not. */
const UNSTORABLE = ['22021', '22P05', '22P02', '22007', '22008'];
/** PostgreSQL's class of "too much": nested too deep, too large for an index or a row. */
const TOO_MUCH = /^54/;

/** Whether a row could not be written because another has the same key. */
export const isDuplicate = (error: unknown): boolean => codeOf(error) === UNIQUE;

/** Whether a row could not be written or removed because another refers to it, or it to one that is not there. */
export const isStillReferred = (error: unknown): boolean => codeOf(error) === FOREIGN_KEY;

/** Whether a value is none that PostgreSQL knows or can hold, though JavaScript and JSON can. */
export const isUnstorable = (error: unknown): boolean =>
  UNSTORABLE.includes(codeOf(error)) || TOO_MUCH.test(codeOf(error));

/** PostgreSQL's classes and codes of "not now": connection lost or refused, shutting down, starting up, too many connections. */
const AWAY = /^(08|57P|53300)/;
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT$)/;

/** Whether the database could not be asked, so that the same may work later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = codeOf(error);
  if (AWAY.test(code)) return true;
  // Both a lost connection and one that could not be had within the pool's limit have nothing but a message.
  if (
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      error.message,
    )
  )
    return true;
  return NETWORK.test(code) && 'syscall' in error && error.syscall === 'connect';
}
