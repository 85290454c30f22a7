import { Duration } from 'aws-cdk-lib';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DETAIL_TYPES, RETRIES, notificationRule } from './notification-rule.ts';

/** How often a notification is taken from the queue before it goes to the dead letters. */
const MAX_RECEIVE_COUNT = 5;

/** EventBridge puts each notification into a queue, which `consume` empties. */
export function openQueue(scope: Construct, undelivered: Queue, poisoned: Queue): Queue {
  const queue = new Queue(scope, 'Notifications', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
    // `consume` extends it while it works; so long a dead one's messages stay away.
    visibilityTimeout: Duration.minutes(1),
    receiveMessageWaitTime: Duration.seconds(20),
    deadLetterQueue: { queue: poisoned, maxReceiveCount: MAX_RECEIVE_COUNT },
  });
  const target = new SqsQueue(queue, { deadLetterQueue: undelivered, ...RETRIES });
  notificationRule(scope, 'Rule', Object.values(DETAIL_TYPES), target);
  return queue;
}
