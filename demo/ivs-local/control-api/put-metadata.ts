import { readArn, readString } from './input.ts';
import { IvsError } from './ivs-errors.ts';
import type { Operation } from './operation.ts';

/** Bytes of UTF-8. */
const METADATA_MAX_BYTES = 1024;

/** PutMetadata: the text goes onto the picture that comes next, in every rendition. */
export const putMetadata: Operation = (input, { account }) => {
  const arn = readArn(input, 'channelArn', 'channel');
  const text = readString(input, 'metadata');
  checkMetadata(text);
  account.sessionOnAir(arn).air.putMetadata(text);
  return undefined;
};

/** Throws ValidationException where IVS would. */
export function checkMetadata(text: string): void {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes >= 1 && bytes <= METADATA_MAX_BYTES) return;
  throw new IvsError(
    'ValidationException',
    `metadata has ${bytes} bytes; it must have 1 to ${METADATA_MAX_BYTES}`,
  );
}
