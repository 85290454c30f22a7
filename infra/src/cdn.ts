import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';

const DAY = Duration.days(1);
const YEAR = Duration.days(365);

/** How long CloudFront keeps what it fetched, where the object itself says nothing else; never longer than `longest`. */
interface Keeping {
  readonly comment: string;
  readonly unsaid: Duration;
  readonly longest: Duration;
}

const POINTERS: Keeping = {
  comment:
    'Event JSON that moves with each publication; a recall shows within a minute whatever else happens',
  unsaid: Duration.seconds(5),
  longest: Duration.minutes(1),
};
const VERSIONS: Keeping = { comment: 'Files that never change', unsaid: YEAR, longest: YEAR };
const REST: Keeping = { comment: 'As the object says', unsaid: Duration.seconds(5), longest: YEAR };

/** CloudFront in front of a private bucket: the only way in, for browsers of any origin. */
export function createCdn(scope: Construct, bucket: IBucket, own: Settings['cdn']): Distribution {
  const shared = {
    // By the bucket's regional name: the global one answers with redirects while the bucket is new.
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
    originRequestPolicy: OriginRequestPolicy.CORS_S3_ORIGIN,
    responseHeadersPolicy: responseHeaders(scope),
    compress: true,
  };
  const behavior = (id: string, keeping: Keeping): BehaviorOptions => ({
    ...shared,
    cachePolicy: cachePolicy(scope, id, keeping),
  });
  return new Distribution(scope, 'Cdn', {
    comment: 'Archives of live shopping events',
    defaultBehavior: behavior('Rest', REST),
    additionalBehaviors: {
      'v1/*': behavior('Pointers', POINTERS),
      'archive/*': behavior('Versions', VERSIONS),
    },
    // Without the right to list, S3 answers 403 for what is not there: listing would show every event's files to anyone who
    // asks for "/". Neither answer may outlive the moment in which the object appears.
    errorResponses: [403, 404].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(2) })),
    httpVersion: HttpVersion.HTTP2_AND_3,
    // With CloudFront's own name and certificate, the oldest TLS that it speaks is its own choice.
    ...(own && {
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      domainNames: [own.domain],
      certificate: Certificate.fromCertificateArn(scope, 'CdnCertificate', own.certificate),
    }),
  });
}

function cachePolicy(scope: Construct, id: string, { comment, unsaid, longest }: Keeping): CachePolicy {
  return new CachePolicy(scope, id, {
    comment,
    minTtl: Duration.seconds(0),
    defaultTtl: unsaid,
    maxTtl: longest,
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
}

/** The same for every origin, since the origin is no part of the cache's key: what S3 echoes would be another shop's. */
function responseHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'Headers', {
    comment: 'Players of any origin may read this',
    corsBehavior: {
      accessControlAllowOrigins: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
      accessControlAllowHeaders: ['*'],
      accessControlExposeHeaders: ['Content-Length', 'Content-Range', 'ETag'],
      accessControlAllowCredentials: false,
      accessControlMaxAge: DAY,
      originOverride: true,
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'Timing-Allow-Origin', value: '*', override: true },
        { header: 'Cross-Origin-Resource-Policy', value: 'cross-origin', override: true },
      ],
    },
    securityHeadersBehavior: {
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      strictTransportSecurity: { accessControlMaxAge: YEAR, includeSubdomains: false, override: true },
    },
  });
}
