import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Match } from 'aws-cdk-lib/assertions';
import { statementsOf } from './test/statements.ts';
import { ofType, readable, synthesize, type Properties } from './test/synthesize.ts';

interface Behavior {
  readonly PathPattern?: string;
  readonly CachePolicyId: string;
  readonly ViewerProtocolPolicy: string;
  readonly AllowedMethods: readonly string[];
  readonly OriginRequestPolicyId: string;
  readonly ResponseHeadersPolicyId: string;
}

interface Distribution {
  readonly DefaultCacheBehavior: Behavior;
  readonly CacheBehaviors: readonly Behavior[];
  readonly CustomErrorResponses: readonly Properties[];
  readonly Origins: readonly Properties[];
  readonly DefaultRootObject?: string;
}

function distribution(): Distribution {
  const [[, properties] = ['', {}]] = ofType(synthesize(), 'AWS::CloudFront::Distribution');
  return (readable(properties) as { DistributionConfig: Distribution }).DistributionConfig;
}

/** AWS's own policy "CORS-S3Origin", as its documents list it. */
const CORS_S3_ORIGIN = '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf';

it('reads the bucket by its regional name, signed, and nobody else may read it', () => {
  const { template } = synthesize();
  template.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: {
      OriginAccessControlOriginType: 's3',
      SigningBehavior: 'always',
      SigningProtocol: 'sigv4',
    },
  });
  const [origin, ...others] = distribution().Origins;
  assert.equal(others.length, 0);
  assert.equal(origin?.['DomainName'], '{ArchiveBucket.RegionalDomainName}');
  assert.match(String(origin['OriginAccessControlId']), /OriginAccessControl.*\.Id\}$/);

  const statements = statementsOf(synthesize())['S3 BucketPolicy ArchiveBucketPolicy'] ?? [];
  assert.deepEqual(
    statements.filter(({ effect }) => effect === 'Allow'),
    [
      {
        effect: 'Allow',
        actions: ['s3:GetObject'],
        resources: ['{ArchiveBucket.Arn}/*'],
        principal: { Service: 'cloudfront.amazonaws.com' },
        condition: {
          StringEquals: {
            'AWS:SourceArn': 'arn:{AWS::Partition}:cloudfront::{AWS::AccountId}:distribution/{ArchiveCdn}',
          },
        },
      },
    ],
  );
});

it('keeps pointers for a minute at most and versions as long as it can, as each object says', () => {
  const { DefaultCacheBehavior, CacheBehaviors } = distribution();
  const policies = Object.fromEntries(
    ofType(synthesize(), 'AWS::CloudFront::CachePolicy').map(([id, policy]) => [
      `{${id.replace(/[0-9A-F]{8}$/, '')}}`,
      (policy['CachePolicyConfig'] ?? {}) as Properties,
    ]),
  );
  const ttls = [DefaultCacheBehavior, ...CacheBehaviors].map(({ PathPattern, CachePolicyId }) => {
    const { MinTTL, DefaultTTL, MaxTTL } = policies[CachePolicyId] ?? {};
    return [PathPattern ?? '*', MinTTL, DefaultTTL, MaxTTL];
  });
  const year = 31_536_000;
  assert.deepEqual(ttls, [
    ['*', 0, 5, year],
    ['v1/*', 0, 5, 60],
    ['archive/*', 0, year, year],
  ]);
  for (const policy of Object.values(policies)) {
    // One copy for all viewers: nothing of the request is in the key but the path and what it may be compressed with.
    assert.deepEqual(policy['ParametersInCacheKeyAndForwardedToOrigin'], {
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'none' },
      EnableAcceptEncodingBrotli: true,
      EnableAcceptEncodingGzip: true,
    });
  }
});

it('lets players of any origin read it, ranges included', () => {
  const { DefaultCacheBehavior, CacheBehaviors } = distribution();
  for (const behavior of [DefaultCacheBehavior, ...CacheBehaviors]) {
    assert.deepEqual(behavior.AllowedMethods, ['GET', 'HEAD', 'OPTIONS']);
    assert.equal(behavior.OriginRequestPolicyId, CORS_S3_ORIGIN);
    assert.equal(behavior.ResponseHeadersPolicyId, '{ArchiveHeaders}');
    assert.equal(behavior.ViewerProtocolPolicy, 'redirect-to-https');
  }
  const { template } = synthesize();
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      CorsConfig: {
        AccessControlAllowOrigins: { Items: ['*'] },
        AccessControlAllowMethods: { Items: ['GET', 'HEAD', 'OPTIONS'] },
        AccessControlAllowCredentials: false,
        AccessControlExposeHeaders: { Items: Match.arrayWith(['Content-Range']) },
        // What S3 echoes is cached for the first origin that asked.
        OriginOverride: true,
      },
    },
  });
  template.hasResourceProperties('AWS::S3::Bucket', {
    CorsConfiguration: {
      CorsRules: [
        Match.objectLike({ AllowedMethods: ['GET', 'HEAD'], AllowedOrigins: ['*'], AllowedHeaders: ['*'] }),
      ],
    },
  });
});

it('forgets within seconds that something was not there', () => {
  assert.deepEqual(distribution().CustomErrorResponses, [
    { ErrorCode: 403, ErrorCachingMinTTL: 2 },
    { ErrorCode: 404, ErrorCachingMinTTL: 2 },
  ]);
});

it("takes the viewers' own name", () => {
  const cdnCertificate = 'arn:aws:acm:us-east-1:123456789012:certificate/aaaa-bbbb';
  const { template, outputs, text } = synthesize({ cdnDomain: 'cdn.shop.example', cdnCertificate });
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Aliases: ['cdn.shop.example'],
      ViewerCertificate: { AcmCertificateArn: cdnCertificate, MinimumProtocolVersion: 'TLSv1.2_2021' },
    },
  });
  assert.equal(outputs['CdnUrl']?.Value, 'https://cdn.shop.example');
  assert.match(text, /"Name": "CDN_BASE_URL",\s+"Value": "https:\/\/cdn\.shop\.example"/);
});
