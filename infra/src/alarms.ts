import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';

const PERIOD = Duration.minutes(5);
/** Minutes that a notification may lie in the queue: longer, and nobody takes them. */
const MAX_WAIT = 15;

interface Watched {
  /** By what has gone wrong if something lies in them. */
  readonly deadLetters: Readonly<Record<string, Queue>>;
  /** The one that `consume` empties, where there is one. */
  readonly queue: Queue | undefined;
}

/** Tells the operator what will not heal by itself. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { deadLetters, queue }: Watched, settings: Settings) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: `${settings.name} alarms` });
    if (settings.alarmEmail) this.topic.addSubscription(new EmailSubscription(settings.alarmEmail));
    for (const [name, letters] of Object.entries(deadLetters)) {
      this.#add(name, {
        alarmDescription: `Notifications of IVS lie in the dead-letter queue ${letters.queueName}.`,
        metric: letters.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' }),
        threshold: 1,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    }
    if (queue) {
      this.#add('QueueNotEmptied', {
        alarmDescription: `Notifications wait in the queue for more than ${MAX_WAIT} minutes: is consume running?`,
        metric: queue.metricApproximateAgeOfOldestMessage({ period: PERIOD, statistic: 'Maximum' }),
        threshold: MAX_WAIT * 60,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    }
    const minutes = settings.unpublishedMinutes;
    this.#add('Unpublished', {
      alarmDescription: `A recording ended more than ${minutes} minutes ago and is not published, or the service is silent.`,
      // From the lines that the service prints for CloudWatch where METRICS_EMF is set.
      metric: new Metric({
        namespace: 'Vitrine',
        metricName: 'OldestUnpublishedRecordingAge',
        period: PERIOD,
        statistic: 'Maximum',
      }),
      threshold: minutes * 60,
      // Three, so that a deployment's pause is no silence; a service that tells nothing for longer does not publish either.
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }

  #add(name: string, props: Omit<ConstructorParameters<typeof Alarm>[2], 'actionsEnabled'>): void {
    const alarm = new Alarm(this, name, {
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      ...props,
    });
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
