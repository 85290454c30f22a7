import assert from 'node:assert/strict';
import { it } from 'node:test';
import { DOORS, ofType, readable, synthesize, type Properties } from './test/synthesize.ts';

interface AlarmProperties extends Properties {
  readonly MetricName: string;
  readonly Namespace: string;
  readonly Threshold: number;
}

function alarmsOf(context: Properties): readonly AlarmProperties[] {
  return ofType(synthesize(context), 'AWS::CloudWatch::Alarm').map(
    ([, alarm]) => readable(alarm) as AlarmProperties,
  );
}

for (const door of DOORS) {
  it(`${door}: watches every dead-letter queue, at the first message`, () => {
    const alarms = alarmsOf({ door });
    const watched = alarms
      .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
      .map(({ Dimensions, Threshold, Statistic, ComparisonOperator }) => [
        (Dimensions as Properties[])[0]?.['Value'],
        Threshold,
        Statistic,
        ComparisonOperator,
      ]);
    const letters = door === 'sqs' ? ['Undelivered', 'Poisoned'] : ['Undelivered'];
    assert.deepEqual(
      watched,
      letters.map((name) => [`{Door${name}.QueueName}`, 1, 'Maximum', 'GreaterThanOrEqualToThreshold']),
    );
  });

  it(`${door}: tells of a recording that is not published, and of a service that says nothing`, () => {
    const [alarm, ...more] = alarmsOf({ door, unpublishedMinutes: 30 }).filter(
      ({ MetricName }) => MetricName === 'OldestUnpublishedRecordingAge',
    );
    assert.equal(more.length, 0);
    assert.equal(alarm?.Namespace, 'Vitrine');
    assert.deepEqual(
      [
        alarm.Threshold,
        alarm['Statistic'],
        alarm['Period'],
        alarm['EvaluationPeriods'],
        alarm['TreatMissingData'],
      ],
      [1800, 'Maximum', 300, 3, 'breaching'],
    );
    assert.equal(alarm['Dimensions'], undefined);
    const containers = ofType(synthesize({ door }), 'AWS::ECS::TaskDefinition').map(([, task]) =>
      JSON.stringify(task['ContainerDefinitions']),
    );
    assert.ok(containers.some((text) => text.includes('"METRICS_EMF"')));
  });

  it(`${door}: tells the operator of all of them, when they begin and when they end`, () => {
    const context = { door, alarmEmail: 'operator@shop.example' };
    for (const alarm of alarmsOf(context)) {
      assert.deepEqual([alarm['AlarmActions'], alarm['OKActions']], [['{AlarmsTopic}'], ['{AlarmsTopic}']]);
      assert.notEqual(alarm['ActionsEnabled'], false);
    }
    synthesize(context).template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@shop.example',
    });
  });
}

it('sqs: tells of a queue that nobody empties', () => {
  const alarm = alarmsOf({ door: 'sqs' }).find(
    ({ MetricName }) => MetricName === 'ApproximateAgeOfOldestMessage',
  );
  assert.equal(alarm?.Threshold, 900);
});
