import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matchesPattern } from '../test/event-pattern.ts';
import { transformInput } from '../test/input-transformer.ts';
import { OTHERS, RECORDINGS, STREAMS } from '../test/notifications.ts';
import { statementsOf } from '../test/statements.ts';
import { DOORS, ofType, readable, synthesize, type Properties } from '../test/synthesize.ts';

interface Target {
  readonly Arn: string;
  readonly DeadLetterConfig: { readonly Arn: string };
  readonly RetryPolicy: Properties;
  readonly InputTransformer?: Parameters<typeof transformInput>[0];
  readonly EcsParameters?: Properties;
}

interface Rule {
  readonly EventPattern: Properties;
  readonly State: string;
  readonly EventBusName?: string;
  readonly Targets: readonly Target[];
}

const rulesOf = (door: string): Rule[] =>
  ofType(synthesize({ door }), 'AWS::Events::Rule').map(([, rule]) => readable(rule) as Rule);

const takers = (door: string, event: Properties): Rule[] =>
  rulesOf(door).filter(({ EventPattern }) => matchesPattern(EventPattern, event));

for (const door of DOORS) {
  describe(door, () => {
    it('hands on each notification of a recording or a stream once', () => {
      for (const [name, event] of Object.entries({ ...RECORDINGS, ...STREAMS })) {
        assert.equal(takers(door, event).length, 1, name);
      }
    });

    it("hands on nothing else, be it IVS's, CloudTrail's or somebody else's", () => {
      for (const [name, event] of Object.entries(OTHERS)) assert.equal(takers(door, event).length, 0, name);
    });

    it('listens on the default bus, tries for a day, and keeps what could not be delivered', () => {
      for (const { State, EventBusName, Targets } of rulesOf(door)) {
        assert.equal(State, 'ENABLED');
        assert.equal(EventBusName, undefined);
        assert.equal(Targets.length, 1);
        const [target] = Targets;
        assert.deepEqual(target?.RetryPolicy, {
          MaximumEventAgeInSeconds: 86_400,
          MaximumRetryAttempts: 185,
        });
        assert.equal(target.DeadLetterConfig.Arn, '{DoorUndelivered.Arn}');
      }
    });

    it('lets EventBridge write to the dead letters, on behalf of its rules alone', () => {
      const statements = statementsOf(synthesize({ door }))['SQS QueuePolicy DoorUndeliveredPolicy'] ?? [];
      const allowed = statements.filter(({ effect }) => effect === 'Allow');
      const rules = ofType(synthesize({ door }), 'AWS::Events::Rule').map(([id]) =>
        id.replace(/[0-9A-F]{8}$/, ''),
      );
      assert.deepEqual(
        allowed,
        rules.map((rule) => ({
          effect: 'Allow',
          actions: ['sqs:SendMessage'],
          resources: ['{DoorUndelivered.Arn}'],
          principal: { Service: 'events.amazonaws.com' },
          condition: { ArnEquals: { 'aws:SourceArn': `{${rule}.Arn}` } },
        })),
      );
    });

    it('has standard queues that SQS itself encrypts, and that keep what they have for two weeks', () => {
      for (const [id, queue] of ofType(synthesize({ door }), 'AWS::SQS::Queue')) {
        assert.equal(queue['FifoQueue'], undefined, id);
        assert.equal(queue['SqsManagedSseEnabled'], true, id);
        assert.equal(queue['KmsMasterKeyId'], undefined, id);
        assert.equal(queue['MessageRetentionPeriod'], 1_209_600, id);
      }
    });
  });
}

it('posts to the service, with the secret in its header', () => {
  const { template } = synthesize({ door: 'api-destination' });
  template.hasResourceProperties('AWS::Events::ApiDestination', {
    InvocationEndpoint: 'https://api.shop.example/v1/notifications/eventbridge',
    HttpMethod: 'POST',
  });
  template.hasResourceProperties('AWS::Events::Connection', { AuthorizationType: 'API_KEY' });
  // The body is the event as it is.
  for (const { Targets } of rulesOf('api-destination')) assert.equal(Targets[0]?.InputTransformer, undefined);
});

it('gives up a message in the queue after five attempts, and no other way', () => {
  const queues = Object.fromEntries(
    ofType(synthesize({ door: 'sqs' }), 'AWS::SQS::Queue').map(([id, queue]) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      readable(queue) as Properties,
    ]),
  );
  assert.deepEqual(queues['DoorNotifications']?.['RedrivePolicy'], {
    deadLetterTargetArn: '{DoorPoisoned.Arn}',
    maxReceiveCount: 5,
  });
  const [rule] = rulesOf('sqs');
  assert.equal(rule?.Targets[0]?.Arn, '{DoorNotifications.Arn}');
  assert.equal(rule.Targets[0].InputTransformer, undefined);
});

describe('a task for each notification', () => {
  const overridesFor = (event: Properties): unknown => {
    const [rule] = takers('task', event);
    const transformer = rule?.Targets[0]?.InputTransformer;
    assert.ok(transformer);
    return JSON.parse(transformInput(transformer, event));
  };
  const notificationFor = (event: Properties): Properties => {
    const { containerOverrides } = overridesFor(event) as {
      containerOverrides: { name: string; environment: { name: string; value: string }[] }[];
    };
    const [container, ...others] = containerOverrides;
    const [variable, ...more] = container?.environment ?? [];
    assert.deepEqual([container?.name, others, variable?.name, more], ['vitrine', [], 'NOTIFICATION', []]);
    // ECS takes 8192 characters for all overrides together.
    assert.ok(JSON.stringify(containerOverrides).length < 4096);
    return JSON.parse(variable?.value ?? '') as Properties;
  };

  it('gets all that the service reads of it', () => {
    for (const [name, event] of Object.entries({ ...RECORDINGS, ...STREAMS })) {
      const { detail, ...envelope } = notificationFor(event);
      const { detail: sent, ...sentEnvelope } = event;
      assert.deepEqual(envelope, sentEnvelope, name);
      const fields = Object.keys(detail as Properties);
      assert.ok(fields.includes('recording_status') || fields.includes('event_name'), name);
      for (const field of fields) {
        assert.equal((detail as Properties)[field], (sent as Properties)[field], `${name}: ${field}`);
      }
    }
  });

  it('stays a notification where a field is missing', () => {
    const { detail, ...envelope } = RECORDINGS['start'] as { detail: Properties };
    const { recording_session_id: _, ...less } = detail;
    const notification = notificationFor({ ...envelope, detail: less });
    assert.equal((notification['detail'] as Properties)['recording_session_id'], '');
  });

  it('runs in the cluster, with a way to the internet', () => {
    for (const { Targets } of rulesOf('task')) {
      assert.equal(Targets[0]?.Arn, '{Cluster.Arn}');
      const { LaunchType, TaskCount, NetworkConfiguration } = Targets[0].EcsParameters ?? {};
      assert.deepEqual([LaunchType, TaskCount], ['FARGATE', 1]);
      assert.match(JSON.stringify(NetworkConfiguration), /"AssignPublicIp":"ENABLED"/);
    }
  });
});
