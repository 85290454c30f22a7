import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ServiceError } from '../errors.ts';

/**
 * EventBridge's envelope. Only what every event has is required: what we do not act on may have any detail, and
 * account-wide events have no resources.
 */
export const NOTIFICATION = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 200 }),
    'detail-type': Type.String({ minLength: 1, maxLength: 200 }),
    source: Type.String({ minLength: 1 }),
    time: Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
    }),
    resources: Type.Array(Type.String()),
    detail: Type.Record(Type.String(), Type.Unknown()),
  },
  { description: 'A notification in the envelope of Amazon EventBridge.' },
);

export type Notification = Static<typeof NOTIFICATION>;

/** @throws ServiceError `BAD_NOTIFICATION`, naming the field that is wrong */
export function readNotification(value: unknown): Notification {
  if (Value.Check(NOTIFICATION, value)) {
    if (!Number.isNaN(Date.parse(value.time))) return value;
    throw new ServiceError('BAD_NOTIFICATION', `time: ${JSON.stringify(value.time)} is no point in time.`);
  }
  const [first] = Value.Errors(NOTIFICATION, value);
  const field = first?.instancePath.slice(1).replaceAll('/', '.') || 'notification';
  throw new ServiceError('BAD_NOTIFICATION', `${field}: ${first?.message ?? 'is not valid'}.`);
}
