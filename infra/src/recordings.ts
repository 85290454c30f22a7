import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { CfnChannel, CfnRecordingConfiguration, CfnStreamKey } from 'aws-cdk-lib/aws-ivs';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

/** Seconds between pictures, for previews on the seek bar and for posters. */
const THUMBNAIL_INTERVAL = 10;

/** Channels whose streams IVS records, and the bucket that it records them into. */
export class Recordings extends Construct {
  readonly bucket: Bucket;
  readonly channels: readonly CfnChannel[];

  constructor(scope: Construct, id: string, { name, channels, reconnectSeconds }: Settings) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      // IVS writes with s3:PutObject alone, and so could not use a key of KMS.
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      // Every archive can be made again from its recordings, and from nothing else: a slip must not lose one.
      removalPolicy: RemovalPolicy.RETAIN,
      versioned: true,
      lifecycleRules: [
        {
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) },
          ],
          noncurrentVersionExpiration: Duration.days(30),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    const configuration = new CfnRecordingConfiguration(this, 'Configuration', {
      name,
      destinationConfiguration: { s3: { bucketName: this.bucket.bucketName } },
      recordingReconnectWindowSeconds: reconnectSeconds,
      renditionConfiguration: { renditionSelection: 'ALL' },
      thumbnailConfiguration: {
        recordingMode: 'INTERVAL',
        targetIntervalSeconds: THUMBNAIL_INTERVAL,
        resolution: 'HD',
        storage: ['SEQUENTIAL'],
      },
    });
    this.channels = channels.map((channelName) => {
      const channel = new CfnChannel(this, `Channel-${channelName}`, {
        name: channelName,
        type: 'STANDARD',
        latencyMode: 'LOW',
        // In fMP4, timed metadata would be lost to players other than IVS's own.
        containerFormat: 'TS',
        recordingConfigurationArn: configuration.attrArn,
      });
      new CfnStreamKey(this, `StreamKey-${channelName}`, { channelArn: channel.attrArn });
      return channel;
    });
  }
}
