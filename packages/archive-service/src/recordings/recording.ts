/** What names a recording: where its files lie. IVS's session id does not, and one recording may hold several streams. */
export interface RecordingPlace {
  readonly bucket: string;
  readonly prefix: string;
}

/** One key for both, for jobs and messages: a bucket's name has no slash. */
export const recordingKey = ({ bucket, prefix }: RecordingPlace): string => `${bucket}/${prefix}`;
