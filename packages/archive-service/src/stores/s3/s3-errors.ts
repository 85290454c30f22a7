import { S3ServiceException } from '@aws-sdk/client-s3';
import { ServiceError } from '../../errors.ts';

/** HEAD answers without a body, so that its error has no name beside the status. */
export function isAbsent(error: unknown): boolean {
  if (!(error instanceof S3ServiceException)) return false;
  if (error.name === 'NoSuchBucket') return false;
  return error.name === 'NoSuchKey' || error.name === 'NotFound' || error.$metadata.httpStatusCode === 404;
}

export function isRangeInvalid(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 416;
}

/** Names bucket, key and act where S3 says only "Access Denied". Without the right to list, S3 says so of an object that is not there, too. */
export function withReason(error: unknown, act: string, bucket: string, key: string): unknown {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  if (status !== 403) return error;
  const hint = act === 'read' ? ', or it is not there and s3:ListBucket is not allowed either' : '';
  const message = `S3 does not allow to ${act} ${key} in the bucket ${bucket}${hint}`;
  return new ServiceError('STORE_DENIED', message, { cause: error });
}
