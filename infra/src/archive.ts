import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { createCdn } from './cdn.ts';
import type { Settings } from './settings.ts';

/** The bucket that archives are published into, and the CDN through which alone it is read. */
export class Archive extends Construct {
  readonly bucket: Bucket;
  /** Where viewers find it, without a slash at its end. */
  readonly url: string;
  /** What a CNAME of the viewers' own name has to point to. */
  readonly cdnDomain: string;
  /** For invalidations. */
  readonly distributionId: string;

  constructor(scope: Construct, id: string, { cdn }: Settings) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      // What is unpublished must be gone, old versions of objects included; what was lost can be published again.
      versioned: false,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      // For the answer to a preflight, which is S3's to give; the headers that browsers read are the CDN's (cdn.ts).
      cors: [
        {
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
          allowedOrigins: ['*'],
          allowedHeaders: ['*'],
          exposedHeaders: ['Content-Length', 'Content-Range', 'ETag'],
          maxAge: Duration.days(1).toSeconds(),
        },
      ],
    });
    const distribution = createCdn(this, this.bucket, cdn);
    this.url = `https://${cdn?.domain ?? distribution.distributionDomainName}`;
    this.cdnDomain = distribution.distributionDomainName;
    this.distributionId = distribution.distributionId;
  }
}
