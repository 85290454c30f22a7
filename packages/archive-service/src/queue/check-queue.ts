import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { messageOf, ServiceError } from '../errors.ts';
import type { Log } from '../log.ts';

/** Looks at the queue once, so that what is wrong with it is said at the start. */
export async function checkQueue(sqs: SQSClient, queueUrl: string, log: Log): Promise<void> {
  const redrive = await readRedrivePolicy(sqs, queueUrl, log);
  if (redrive === undefined) return;
  if (redrive === '') {
    log.warn(
      { queue: queueUrl },
      'the queue has no redrive policy: a message that is no notification comes back until the queue forgets it',
    );
  } else log.info({ queue: queueUrl, redrive }, 'taking notifications from the queue');
}

/** @returns an empty text where there is none; `undefined` where it cannot be known */
async function readRedrivePolicy(sqs: SQSClient, queueUrl: string, log: Log): Promise<string | undefined> {
  try {
    const command = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['RedrivePolicy'] });
    const { Attributes } = await sqs.send(command);
    return Attributes?.RedrivePolicy ?? '';
  } catch (error) {
    // Whoever may only receive and delete can still do the work.
    if (error instanceof Error && /AccessDenied/.test(error.name)) {
      log.warn(
        { queue: queueUrl },
        'whether the queue has a redrive policy cannot be seen: sqs:GetQueueAttributes',
      );
      return undefined;
    }
    throw new ServiceError('QUEUE_UNUSABLE', `SQS_QUEUE_URL ${queueUrl}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
