import { S3ServiceException } from '@aws-sdk/client-s3';
import { messageOf, ServiceError } from '../../errors.ts';

/** HEAD answers without a body, so that its error has no name beside the status. */
export function isAbsent(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  if (error.name === 'NoSuchBucket') return false;
  return error.name === 'NoSuchKey' || error.name === 'NotFound' || error.$metadata.httpStatusCode === 404;
}

export function isRangeInvalid(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 416;
}

/** S3 copies at most 5 GB in one request, and says so with a code that stands for much else. */
export function isTooLargeToCopy(error: unknown): boolean {
  return (
    error instanceof S3ServiceException &&
    error.name === 'InvalidRequest' &&
    /maximum allow/.test(error.message)
  );
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EPIPE',
  'EHOSTUNREACH',
]);

/** 403, too, and says nothing of what is asked for: this machine's clock is wrong, or a request was long under way. */
const OUR_CLOCK = new Set(['RequestTimeTooSkewed', 'RequestExpired', 'ExpiredToken']);

/** Names bucket, key and act where S3 or the network says less. */
export function withReason(error: unknown, act: string, bucket: string, key: string): unknown {
  if (error instanceof S3ServiceException) {
    if (error.name === 'NoSuchBucket') {
      return new ServiceError('STORE_BUCKET_MISSING', `there is no bucket ${bucket}`, { cause: error });
    }
    if (error.$metadata.httpStatusCode !== 403 || OUR_CLOCK.has(error.name)) return error;
    if (error.name === 'InvalidObjectState') {
      const asleep = `${key} in the bucket ${bucket} is archived (S3 Glacier): it has to be restored before it can be read`;
      return new ServiceError('STORE_DENIED', asleep, { cause: error });
    }
    // Without the right to list, S3 says so of an object that is not there, too.
    const hint = act === 'read' ? ', or it is not there and s3:ListBucket is not allowed either' : '';
    const message = `S3 does not allow to ${act} ${key} in the bucket ${bucket}${hint}`;
    return new ServiceError('STORE_DENIED', message, { cause: error });
  }
  if (!isUnreachable(error)) return error;
  const message = `S3 could not be reached to ${act} ${key} in the bucket ${bucket}: ${messageOf(error)}`;
  return new ServiceError('STORE_UNREACHABLE', message, { cause: error });
}

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || ('code' in error && UNREACHABLE.has(String(error.code)));
}
