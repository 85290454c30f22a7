/** Every error that a caller can meet: its HTTP status, and the sentence that is said when there is nothing better to say. */
const ERRORS = {
  BAD_REQUEST: [400, 'The request is not valid.'],
  BAD_CURSOR: [400, 'The cursor is not one that this service gave out.'],
  BAD_NOTIFICATION: [400, 'The notification is not an EventBridge notification.'],
  CUE_INVALID: [400, 'The highlight is not a valid product cue.'],
  SECRET_WRONG: [401, 'The secret in the header x-vitrine-secret is missing or wrong.'],
  KEY_WRONG: [401, 'The bearer key is missing or wrong.'],
  NOT_FOUND: [404, 'There is nothing here.'],
  EVENT_NOT_FOUND: [404, 'There is no such event.'],
  PRODUCT_NOT_FOUND: [404, 'There is no such product.'],
  CHANNEL_NOT_FOUND: [404, 'There is no such channel.'],
  SCHEMA_NOT_FOUND: [404, 'There is no such schema.'],
  TIMELINE_NOT_FOUND: [404, 'This event has no timeline yet: its archive is not published.'],
  RECORDING_NOT_FOUND: [404, 'There is no such recording.'],
  VERSION_NOT_FOUND: [404, 'There is no such version.'],
  METHOD_NOT_ALLOWED: [405, 'This method is not allowed here.'],
  ALREADY_EXISTS: [409, 'Something with this name exists already.'],
  IN_USE: [409, 'Something else still needs this.'],
  NOT_PUBLISHED: [409, 'This event has no archive yet: publish it first.'],
  NOTHING_TO_PUBLISH: [409, 'This event has no recording that has ended.'],
  VERSION_UNAVAILABLE: [409, 'This version cannot be shown: its objects are not there.'],
  EVENT_UNPUBLISHED: [410, 'This event was unpublished, for good.'],
  EDITS_CHANGED: [412, 'Somebody else has changed the edits since: read them, and edit those.'],
  CUE_TOO_LARGE: [413, 'The highlight does not fit into one cue.'],
  BODY_TOO_LARGE: [413, 'The request body is too large.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Send JSON, with the content type application/json.'],
  RATE_LIMITED: [429, 'Too many requests; try again later.'],
  INTERNAL: [500, 'Something went wrong here.'],
  IVS_FAILED: [502, 'Amazon IVS did not answer as expected.'],
  NO_SECRET: [503, 'No NOTIFICATION_SECRET is configured, so no notification can be trusted.'],
  NO_ADMIN_KEY: [503, 'No ADMIN_KEY is configured, so nobody can be let in here.'],
  DATABASE_UNAVAILABLE: [503, 'The database does not answer; try again later.'],
  OVERLOADED: [503, 'The service is overloaded; try again later.'],
  CONFIG_INVALID: [500, 'The configuration is not valid.'],
  DATABASE_BUSY: [503, 'The database connection was not free in time.'],
  DATABASE_NOT_MIGRATED: [
    500,
    'The database is not on the schema of this version: run `archive-service migrate`.',
  ],
  QUEUE_UNUSABLE: [500, 'The queue of SQS_QUEUE_URL cannot be used.'],
  DATA_DIR_TAKEN: [500, 'Another process owns DATA_DIR.'],
  BACKUP_INVALID: [500, 'The file is no backup of this service.'],
  DATA_DIR_UNUSABLE: [500, 'DATA_DIR cannot be used.'],
  STORE_URL_INVALID: [500, 'A store is named by file:<folder> or s3://<bucket>/<prefix>.'],
  STORE_KEY_INVALID: [500, 'The object key is not valid.'],
  STORE_RANGE_INVALID: [416, 'The object does not hold these bytes.'],
  STORE_DENIED: [500, 'The object store does not allow this.'],
  STORE_SIZE_WRONG: [500, 'The stream is not as long as was told.'],
  STORE_FULL: [500, 'The object store has no space left.'],
  STORE_BUSY: [500, 'The object store cannot take more at once.'],
  STORE_UNREACHABLE: [500, 'The object store does not answer.'],
  STORE_BUCKET_MISSING: [500, 'There is no such bucket.'],
  STORE_OBJECT_MISSING: [500, 'There is no object to copy.'],
  RECORDING_MISSING: [500, 'The recording is not there.'],
  RECORDING_INVALID: [500, 'The recording is not what IVS writes.'],
  RECORDING_UNFINISHED: [500, 'The recording is not finished yet.'],
  SEGMENT_MISSING: [500, 'A media file of the recording is missing or empty.'],
  MEDIA_UNSUPPORTED: [500, 'The media of the recording cannot be published.'],
  EDIT_INVALID: [400, 'The edits cannot be carried out.'],
  WITHDRAWAL_UNFINISHED: [500, 'Something is left of an unpublished event.'],
  PUBLICATION_SUPERSEDED: [409, 'Another publication of this event has taken over.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type ErrorCode = keyof typeof ERRORS;

export interface ServiceErrorOptions extends ErrorOptions {
  /** Further facts for the caller, such as the number of bytes that were too many. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The one error of this service. Its message is meant for the caller, and never holds a secret. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ErrorCode;
  readonly statusCode: number;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, message?: string, options: ServiceErrorOptions = {}) {
    const [status, sentence] = ERRORS[code];
    super(message ?? sentence, options);
    this.code = code;
    this.statusCode = status;
    this.details = options.details;
  }
}

/** Which of our codes stands for an HTTP status that a library raised by itself. */
export function codeForStatus(status: number): ErrorCode {
  switch (status) {
    case 404:
      return 'NOT_FOUND';
    case 405:
      return 'METHOD_NOT_ALLOWED';
    case 413:
      return 'BODY_TOO_LARGE';
    case 415:
      return 'UNSUPPORTED_MEDIA_TYPE';
    case 429:
      return 'RATE_LIMITED';
    case 503:
      return 'OVERLOADED';
    default:
      return status >= 400 && status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
