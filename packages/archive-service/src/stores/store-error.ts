/** What can be wrong with a request to a store, beside an object that is not there. */
export type StoreErrorCode =
  | 'STORE_URL_INVALID'
  | 'STORE_KEY_INVALID'
  | 'STORE_SIZE_UNKNOWN'
  | 'STORE_RANGE_INVALID'
  | 'STORE_DENIED'
  | 'STORE_OBJECT_MISSING';

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
