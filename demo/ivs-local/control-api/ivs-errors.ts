/** Error names of the IVS API that this stand-in raises, with their HTTP status. */
export const IVS_ERRORS = {
  ValidationException: 400,
  UnknownOperationException: 404,
  ResourceNotFoundException: 404,
  ChannelNotBroadcasting: 404,
  ConflictException: 409,
  ThrottlingException: 429,
  InternalServerException: 500,
} as const;

export type IvsErrorName = keyof typeof IVS_ERRORS;

/** An answer of the IVS API that is an error; `name` is what the AWS SDK reports. */
export class IvsError extends Error {
  override readonly name: IvsErrorName;
  readonly status: number;

  constructor(name: IvsErrorName, message: string) {
    super(message);
    this.name = name;
    this.status = IVS_ERRORS[name];
  }
}
