import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/**
 * Where notifications end that could not be delivered: a standard queue (EventBridge takes no other), encrypted by SQS itself
 * (a key of KMS would have to let EventBridge in), which keeps them as long as SQS can.
 */
export function createDeadLetters(scope: Construct, id: string): Queue {
  return new Queue(scope, id, {
    retentionPeriod: Duration.days(14),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
  });
}
