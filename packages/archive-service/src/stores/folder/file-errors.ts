import { ServiceError } from '../../errors.ts';
import type { ErrorCode } from '../../errors.ts';

/** Whether a file system call failed only because nothing lies there: no such file, or a file where a folder would have to be. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error));
}

/** What an operator can mend, and how it is to be mended. */
const REASONS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  EACCES: ['STORE_DENIED', 'may not be used by the user that this process runs as'],
  EPERM: ['STORE_DENIED', 'may not be used by the user that this process runs as'],
  EROFS: ['STORE_DENIED', 'lies on a file system that is mounted read-only'],
  ENOSPC: ['STORE_FULL', 'cannot be written: no space is left on its disk'],
  EDQUOT: ['STORE_FULL', 'cannot be written: the disk quota is used up'],
  EMFILE: ['STORE_BUSY', 'cannot be opened: this process has too many files open (see ulimit -n)'],
};

/** Names the object and the folder where the system says only a code; any other error as it is. */
export function withReason(error: unknown, key: string, root: string): unknown {
  const [code, reason] = REASONS[codeOf(error)] ?? [];
  if (code === undefined || reason === undefined) return error;
  return new ServiceError(code, `object ${key} in the folder ${root} ${reason}`, { cause: error });
}

/** Such as `ENOENT`; empty for what is no error of the system. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
