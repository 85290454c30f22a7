import assert from 'node:assert/strict';
import { it } from 'node:test';
import { CloudFormationValidatePlugin } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { DOORS, ofType, readable, synthesize, type Properties, type Synthesized } from './test/synthesize.ts';

const EVERY_SETTING = {
  door: 'sqs',
  cdnDomain: 'cdn.shop.example',
  cdnCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/aaaa-bbbb',
  channels: 'studio,stage',
  channelArns: 'arn:aws:ivs:eu-west-1:123456789012:channel/AbCdEfGhIjKl',
  databaseSecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:database-AbCdEf',
  alarmEmail: 'operator@shop.example',
  reconnectSeconds: 300,
};

const all = (): [string, Synthesized][] => [
  ...DOORS.map((door): [string, Synthesized] => [door, synthesize({ door })]),
  ['every setting', synthesize(EVERY_SETTING)],
];

it('is valid by the schemas and rules of CloudFormation itself, whatever is chosen', () => {
  const plugin = new CloudFormationValidatePlugin();
  for (const [name, { app, templatePath }] of all()) {
    const stack = { stackConstructPath: 'Vitrine', templatePath, accountId: undefined, region: undefined };
    const report = plugin.validate({
      appConstruct: app,
      templatePaths: [templatePath],
      stackTemplates: [stack],
    });
    assert.deepEqual(report.violations, [], name);
    assert.equal(report.success, true, name);
  }
});

it('keeps both buckets private, encrypted by S3, and there when the stack is gone', () => {
  for (const [name, synthesized] of all()) {
    const buckets = Object.values(synthesized.resources).filter(({ Type }) => Type === 'AWS::S3::Bucket');
    assert.equal(buckets.length, 2, name);
    for (const { Properties, DeletionPolicy, UpdateReplacePolicy } of buckets) {
      assert.deepEqual([DeletionPolicy, UpdateReplacePolicy], ['Retain', 'Retain']);
      assert.deepEqual(Properties['PublicAccessBlockConfiguration'], {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      assert.deepEqual(Properties['BucketEncryption'], {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      });
      assert.deepEqual(Properties['OwnershipControls'], {
        Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }],
      });
    }
  }
});

it('keeps old versions of recordings, and none of what was unpublished', () => {
  const buckets = Object.fromEntries(ofType(synthesize(), 'AWS::S3::Bucket'));
  const of = (name: string) => Object.entries(buckets).find(([id]) => id.startsWith(name))?.[1] ?? {};
  assert.deepEqual(of('Recordings')['VersioningConfiguration'], { Status: 'Enabled' });
  assert.equal(of('Archive')['VersioningConfiguration'], undefined);
  assert.ok(!JSON.stringify(buckets).includes('"ExpirationInDays"'), 'nothing that is current may expire');
});

it('records every rendition of each channel, as MPEG-TS, with pictures', () => {
  const { template } = synthesize(EVERY_SETTING);
  template.hasResourceProperties('AWS::IVS::RecordingConfiguration', {
    DestinationConfiguration: { S3: { BucketName: { Ref: Match.stringLikeRegexp('^RecordingsBucket') } } },
    RecordingReconnectWindowSeconds: 300,
    RenditionConfiguration: { RenditionSelection: 'ALL' },
    ThumbnailConfiguration: { RecordingMode: 'INTERVAL', TargetIntervalSeconds: 10, Resolution: 'HD' },
  });
  template.resourceCountIs('AWS::IVS::Channel', 2);
  template.resourceCountIs('AWS::IVS::StreamKey', 2);
  template.allResourcesProperties('AWS::IVS::Channel', {
    Type: 'STANDARD',
    ContainerFormat: 'TS',
    RecordingConfigurationArn: {
      'Fn::GetAtt': [Match.stringLikeRegexp('^RecordingsConfiguration'), 'Arn'],
    },
  });
});

it('tells each container where things are, and secrets by name alone', () => {
  for (const [name, synthesized] of all()) {
    const tasks = ofType(synthesized, 'AWS::ECS::TaskDefinition');
    assert.ok(tasks.length > 0, name);
    for (const container of tasks.flatMap(([, task]) => task['ContainerDefinitions'] as Container[])) {
      const plain = container.Environment.map(({ Name }) => Name);
      for (const secret of ['ADMIN_KEY', 'NOTIFICATION_SECRET', 'PGPASSWORD'])
        assert.ok(!plain.includes(secret));
      const own = name === 'every setting';
      assert.equal(plain.includes('DATABASE_URL'), !own);
      assert.equal(container.Secrets?.some((secret) => secret.Name === 'DATABASE_URL') ?? false, own);
      const store = container.Environment.find(({ Name }) => Name === 'STORE_URL');
      assert.equal(readable(store?.Value), 's3://{ArchiveBucket}');
    }
  }
});

interface Container {
  readonly Environment: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly Secrets?: readonly { readonly Name: string }[];
}

it('has no secret in its template or outputs', () => {
  for (const [name, synthesized] of all()) {
    for (const [, secret] of ofType(synthesized, 'AWS::SecretsManager::Secret')) {
      assert.equal(secret['SecretString'], undefined, name);
      assert.ok(secret['GenerateSecretString'], name);
    }
    const outputs = JSON.stringify(readable(synthesized.outputs));
    assert.doesNotMatch(outputs, /resolve:|StreamKey|SecretString/);
  }
  const [[, connection] = ['', {}]] = ofType(synthesize(), 'AWS::Events::Connection');
  const parameters = readable(connection?.['AuthParameters']) as Record<string, Record<string, unknown>>;
  assert.deepEqual(parameters['ApiKeyAuthParameters'], {
    ApiKeyName: 'x-vitrine-secret',
    ApiKeyValue: '{{resolve:secretsmanager:{NotificationSecret}:SecretString:::}}',
  });
});

it('encrypts the database, hides it from the internet, and does not lose it', () => {
  const { template, resources } = synthesize();
  template.hasResourceProperties('AWS::RDS::DBInstance', {
    StorageEncrypted: true,
    PubliclyAccessible: false,
    DeletionProtection: true,
    BackupRetentionPeriod: 14,
    MasterUserPassword: Match.anyValue(),
  });
  const database = Object.values(resources).find(({ Type }) => Type === 'AWS::RDS::DBInstance');
  assert.equal(database?.DeletionPolicy, 'Snapshot');
  assert.match(
    JSON.stringify(readable(database?.Properties['MasterUserPassword'])),
    /resolve:secretsmanager/,
  );
  synthesize(EVERY_SETTING).template.resourceCountIs('AWS::RDS::DBInstance', 0);
});

it('replaces a process that hangs, and leaves one alone whose database is away', () => {
  const { template } = synthesize();
  template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
    HealthCheckPath: '/health/live',
    Matcher: { HttpCode: '200' },
  });
  template.hasResourceProperties('AWS::ECS::Service', {
    DesiredCount: 2,
    DeploymentConfiguration: {
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      MinimumHealthyPercent: 100,
    },
  });
});

it('brings the schema up to date before anything works on it', () => {
  for (const [name, synthesized] of all()) {
    for (const [, task] of ofType(synthesized, 'AWS::ECS::TaskDefinition')) {
      const [migrate, main, ...more] = task['ContainerDefinitions'] as Properties[];
      assert.equal(more.length, 0, name);
      assert.deepEqual([migrate?.['Command'], migrate?.['Essential']], [['migrate'], false]);
      assert.deepEqual(main?.['DependsOn'], [{ Condition: 'SUCCESS', ContainerName: 'migrate' }]);
      assert.equal(main['Essential'], true);
    }
  }
});

it('lets nobody in but by TLS at the load balancer', () => {
  for (const [name, synthesized] of all()) {
    const groups = ofType(synthesized, 'AWS::EC2::SecurityGroup');
    const open = groups.filter(([, group]) =>
      JSON.stringify(group['SecurityGroupIngress'] ?? '').includes('0.0.0.0/0'),
    );
    assert.deepEqual(
      open.map(([id, group]) => [
        id.startsWith('HttpFrontGroup'),
        (group['SecurityGroupIngress'] as { FromPort: number }[]).map(({ FromPort }) => FromPort),
      ]),
      [[true, [443]]],
      name,
    );
    const [[, listener] = ['', {}], ...more] = ofType(synthesized, 'AWS::ElasticLoadBalancingV2::Listener');
    assert.equal(more.length, 0);
    assert.equal(listener?.['Protocol'], 'HTTPS');
    assert.match(String(listener?.['SslPolicy']), /TLS13/);
  }
});
