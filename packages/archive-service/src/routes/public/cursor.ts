import { ServiceError } from '../../errors.ts';
import type { EventPosition } from '../../events/events-repository.ts';

/** Where a list goes on, as a text that callers hand back as it is. */
export function writeCursor({ createdAt, id }: EventPosition): string {
  return Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url');
}

/** @throws ServiceError `BAD_CURSOR` */
export function readCursor(cursor: string): EventPosition {
  const [, time, id] = /^(\d{1,14}) ([\w-]{1,80})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (time === undefined || id === undefined) throw new ServiceError('BAD_CURSOR');
  return { createdAt: new Date(Number(time)), id };
}
