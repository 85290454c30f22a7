import assert from 'node:assert/strict';
import { it } from 'node:test';
import { statementsOf, type Statement } from './test/statements.ts';
import { DOORS, synthesize } from './test/synthesize.ts';

const PULL = [
  'ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, ecr:BatchGetImage on arn:{AWS::Partition}:ecr:eu-west-1:123456789012:repository/vitrine',
  // AWS gives no other way: the token is for the registry, not for a repository.
  'ecr:GetAuthorizationToken on *',
];
const WRITE_LOGS = 'logs:CreateLogStream, logs:PutLogEvents on {Logs.Arn}';
const read = (secret: string): string =>
  `secretsmanager:GetSecretValue, secretsmanager:DescribeSecret on {${secret}}`;

const PUBLISH = [
  's3:ListBucket on {RecordingsBucket.Arn}, {ArchiveBucket.Arn}',
  's3:GetObject on {RecordingsBucket.Arn}/*',
  's3:GetObject, s3:PutObject, s3:DeleteObject, s3:AbortMultipartUpload on {ArchiveBucket.Arn}/archive/*, {ArchiveBucket.Arn}/v1/*',
  'ivs:GetChannel, ivs:PutMetadata on {RecordingsChannelvitrine.Arn}',
];
const RUN = [...PULL, WRITE_LOGS, read('DatabaseSecretAttachment')];

const SERVE = {
  ServeTaskRole: PUBLISH,
  ServeExecutionRole: [...RUN, read('AdminKey'), read('NotificationSecret')],
};

/** All that anything in the stack may do, by role. */
const RIGHTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'api-destination': {
    ...SERVE,
    DoorDestinationEventsRole: ['events:InvokeApiDestination on {DoorDestinationApiDestination.Arn}'],
  },
  sqs: {
    ...SERVE,
    ConsumeTaskRole: [
      ...PUBLISH,
      'sqs:ReceiveMessage, sqs:DeleteMessage, sqs:ChangeMessageVisibility, sqs:GetQueueAttributes on {DoorNotifications.Arn}',
    ],
    ConsumeExecutionRole: RUN,
  },
  task: {
    ...SERVE,
    HandleNotificationTaskRole: PUBLISH,
    HandleNotificationExecutionRole: RUN,
    DoorStarterRole: [
      'ecs:RunTask on {HandleNotification}',
      'iam:PassRole on {HandleNotificationTaskRole.Arn}, {HandleNotificationExecutionRole.Arn}',
    ],
  },
};

const inWords = ({ actions, resources }: Statement): string =>
  `${actions.join(', ')} on ${resources.join(', ')}`;

for (const door of DOORS) {
  const policies = statementsOf(synthesize({ door }));

  it(`${door}: gives each role what it needs, and no role anything else`, () => {
    const rights = Object.entries(policies).flatMap(([owner, statements]) =>
      owner.startsWith('IAM Policy ')
        ? [[owner.replace(/^IAM Policy |DefaultPolicy$/g, ''), statements.map(inWords)] as const]
        : [],
    );
    assert.deepEqual(Object.fromEntries(rights), RIGHTS[door]);
    for (const role of Object.values(synthesize({ door }).resources)) {
      if (role.Type !== 'AWS::IAM::Role') continue;
      assert.equal(role.Properties['ManagedPolicyArns'], undefined);
      assert.equal(role.Properties['Policies'], undefined);
    }
  });

  it(`${door}: allows no wildcard but the one that ECR asks for`, () => {
    const allowed = Object.values(policies)
      .flat()
      .filter(({ effect }) => effect === 'Allow');
    assert.ok(allowed.length > 10);
    for (const { actions, resources, principal } of allowed) {
      assert.ok(!actions.some((action) => action.includes('*')), actions.join());
      const isToken = actions.join() === 'ecr:GetAuthorizationToken';
      if (!isToken) assert.ok(!resources.includes('*'), `${actions.join()} on *`);
      // Only objects of a bucket that is named may be any.
      const wide = resources.filter((resource) => resource.includes('*') && resource !== '*');
      for (const resource of wide)
        assert.match(resource, /^\{(Recordings|Archive)Bucket\.Arn\}\/(archive\/|v1\/)?\*$/);
      assert.ok(!JSON.stringify(principal ?? null).includes('*'), 'open to anyone');
    }
  });

  it(`${door}: lets only AWS's own services take on roles`, () => {
    const trust = Object.entries(policies).filter(([owner]) => owner.includes('AssumeRolePolicyDocument'));
    const services = new Set(
      trust.flatMap(([, statements]) => statements.map(({ principal }) => JSON.stringify(principal))),
    );
    const ecs = '{"Service":"ecs-tasks.amazonaws.com"}';
    const events = '{"Service":"events.amazonaws.com"}';
    assert.deepEqual([...services].toSorted(), door === 'sqs' ? [ecs] : [ecs, events]);
  });
}

it('lets EventBridge start tasks of this cluster alone, and hand their roles to ECS alone', () => {
  const starter = statementsOf(synthesize({ door: 'task' }))['IAM Policy DoorStarterRoleDefaultPolicy'];
  assert.deepEqual(
    starter?.map(({ condition }) => condition),
    [
      { ArnEquals: { 'ecs:cluster': '{Cluster.Arn}' } },
      { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    ],
  );
});

it('lets highlights reach channels that were there before', () => {
  const channelArns = 'arn:aws:ivs:eu-west-1:123456789012:channel/AbCdEfGhIjKl';
  const statements = statementsOf(synthesize({ channelArns }))['IAM Policy ServeTaskRoleDefaultPolicy'];
  const ivs = statements?.find(({ actions }) => actions.includes('ivs:PutMetadata'));
  assert.deepEqual(ivs?.resources, ['{RecordingsChannelvitrine.Arn}', channelArns]);
});
