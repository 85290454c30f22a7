/** A channel as CreateChannel left it; field names are the API's. */
export interface Channel {
  readonly arn: string;
  /** Last part of the ARN. */
  readonly id: string;
  readonly name: string;
  readonly latencyMode: 'LOW' | 'NORMAL';
  readonly type: string;
  /** Empty: the channel is not recorded. */
  readonly recordingConfigurationArn: string;
  readonly playbackUrl: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface RecordingConfiguration {
  readonly arn: string;
  readonly name: string;
  readonly bucketName: string;
  /** How long a broken stream may take to come back and still go on in the same recording; 0 to 300. */
  readonly recordingReconnectWindowSeconds: number;
  /** Seconds from one thumbnail to the next, 1 to 60; undefined: none. */
  readonly thumbnailIntervalSeconds: number | undefined;
  readonly tags: Readonly<Record<string, string>>;
}
