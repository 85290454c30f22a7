import { ServiceError } from '../errors.ts';

/**
 * The notification in a message of a queue: EventBridge sends it as it is, and so does SNS when its subscription asks for raw delivery;
 * otherwise SNS wraps it in an envelope of its own.
 * @throws ServiceError `BAD_NOTIFICATION` for what is no JSON
 */
export function readMessageBody(body: string): unknown {
  const value = parse(body);
  return isSnsEnvelope(value) ? parse(value.Message) : value;
}

function isSnsEnvelope(value: unknown): value is { readonly Message: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'Type' in value &&
    value.Type === 'Notification' &&
    'Message' in value &&
    typeof value.Message === 'string'
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ServiceError('BAD_NOTIFICATION', 'The message is not JSON.', { cause });
  }
}
