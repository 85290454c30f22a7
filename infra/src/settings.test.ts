import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readSettings, SettingsError } from './settings.ts';
import { CONTEXT } from './test/synthesize.ts';

it('needs a domain and its certificate, and no more', () => {
  const { domain, certificate } = CONTEXT;
  assert.deepEqual(readSettings({ domain, certificate }), {
    name: 'Vitrine',
    door: 'api-destination',
    domain,
    certificate,
    cdn: undefined,
    channels: ['vitrine'],
    channelArns: [],
    reconnectSeconds: 60,
    databaseSecret: undefined,
    databaseMultiAz: false,
    image: undefined,
    tasks: 2,
    unpublishedMinutes: 60,
    alarmEmail: undefined,
  });
});

it('takes values as JSON files and command lines give them', () => {
  const file = { ...CONTEXT, channels: ['studio', 'stage'], tasks: 3, databaseMultiAz: true };
  const line = { ...CONTEXT, channels: 'studio,stage', tasks: '3', databaseMultiAz: 'true' };
  assert.deepEqual(readSettings(file), readSettings(line));
  assert.deepEqual(readSettings(file).channels, ['studio', 'stage']);
});

it('says all that is wrong, what would be right, and what it was', () => {
  const wrong = {
    door: 'lambda',
    domain: 'https://api.shop.example',
    cdnDomain: 'cdn.shop.example',
    reconnectSeconds: 301,
    tasks: '0',
    channels: 'Studio 1',
    databaseSecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:database',
    cdnCertficate: 'mistyped',
  };
  assert.throws(
    () => readSettings(wrong),
    (error) => {
      assert.ok(error instanceof SettingsError);
      assert.equal(error.problems.length, 9);
      assert.match(error.message, /door should be api-destination, sqs or task, not "lambda"/);
      assert.match(error.message, /domain should be .* not "https:\/\/api\.shop\.example"/);
      assert.match(error.message, /certificate is missing: the ARN/);
      assert.match(error.message, /reconnectSeconds should be .* 0 to 300, not "301"/);
      assert.match(error.message, /cdnDomain and cdnCertificate belong together/);
      assert.match(error.message, /cdnCertficate is no setting/);
      return true;
    },
  );
});

it('wants the CDN certificate where CloudFront looks for it', () => {
  const cdnCertificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/aaaa';
  assert.throws(
    () => readSettings({ ...CONTEXT, cdnDomain: 'cdn.shop.example', cdnCertificate }),
    /cdnCertificate should be .* in us-east-1/,
  );
});

it("leaves the CDK's own context alone", () => {
  const own = {
    'aws:cdk:bundling-stacks': ['**'],
    '@aws-cdk/aws-iam:minimizePolicies': true,
    'cli-telemetry': false,
  };
  assert.equal(readSettings({ ...CONTEXT, ...own }).name, 'Vitrine');
});
