import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '@aws-sdk/client-sqs';
import { Consumer } from 'sqs-consumer';
import { messageOf } from '../errors.ts';
import { checkQueue } from './check-queue.ts';
import { connectSqs } from './connect-sqs.ts';
import { storeMessage, type StoreOptions } from './store-message.ts';

/** Seconds that a message stays hidden from other consumers without a sign of life from this one. */
const VISIBILITY = 30;

/** Seconds after which a message that is no notification comes back: twice as many each time, up to the second. */
const BACKOFF = [10, 900] as const;

/** Milliseconds between two tries while the queue itself does not answer. */
const RETRY = 5_000;

/** Milliseconds that a stop waits for messages that are just being stored. */
const GRACE = 5_000;

export interface QueueOptions extends StoreOptions {
  readonly queueUrl: string;
  /** Seconds after which a message that is no notification comes back for the first time. */
  readonly backoff?: number;
  /** Seconds for which a message is hidden at a time, until it is stored. */
  readonly visibility?: number;
}

export interface QueueConsumer {
  /** Takes no further message, and resolves when those that are being stored are stored, or back in the queue. */
  stop(): Promise<void>;
}

/**
 * Takes notifications from an SQS queue. A message is deleted once it is stored, never before: from then on the durable job is what does the work.
 * One that is no notification is never deleted: the queue's redrive policy moves it to the dead-letter queue.
 * @throws ServiceError `QUEUE_UNUSABLE` when there is no such queue, or it may not be read
 */
export async function consumeQueue(options: QueueOptions): Promise<QueueConsumer> {
  const { queueUrl, log, backoff = BACKOFF[0], visibility = VISIBILITY } = options;
  const sqs = connectSqs(queueUrl);
  try {
    await checkQueue(sqs, queueUrl, log);
  } catch (error) {
    sqs.destroy();
    throw error;
  }

  const stopping = new AbortController();
  const signal = AbortSignal.any([options.signal, stopping.signal]);
  let atWork = 0;
  let pause = 0;
  const consumer = Consumer.create({
    queueUrl,
    sqs,
    batchSize: 10,
    waitTimeSeconds: 20,
    visibilityTimeout: visibility,
    heartbeatInterval: visibility / 3,
    messageSystemAttributeNames: ['ApproximateReceiveCount'],
    pollingCompleteWaitTimeMs: GRACE,
    suppressFifoWarning: true,
    strictReturn: true,
    async preReceiveMessageCallback() {
      if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
      pause = RETRY;
    },
    async postReceiveMessageCallback() {
      pause = 0;
    },
    async handleMessage(message) {
      atWork += 1;
      try {
        await storeMessage({ ...options, signal }, message.Body ?? '');
        return message;
      } finally {
        atWork -= 1;
      }
    },
    terminateVisibilityTimeout: ([message]) =>
      signal.aborted ? 0 : Math.min(backoff * 2 ** (receivedBefore(message) - 1), BACKOFF[1]),
  });
  consumer.on('processing_error', (error, message) => {
    if (signal.aborted) return;
    const facts = {
      message: message.MessageId,
      received: receivedBefore(message),
      problem: messageOf(error),
    };
    log.error(facts, 'a message is no notification, and goes back to the queue');
  });
  consumer.on('error', (error) => {
    if (!signal.aborted) log.error({ err: error }, 'the queue');
  });
  consumer.start();
  return {
    async stop() {
      const stopped = new Promise<void>((resolve) => consumer.once('stopped', () => resolve()));
      stopping.abort(new DOMException('The service is shutting down.', 'AbortError'));
      // Aborting ends the long poll; what is being stored is better deleted than sent again.
      consumer.stop({ abort: atWork === 0 });
      await stopped;
      sqs.destroy();
    },
  };
}

const receivedBefore = (message: Message | undefined): number =>
  Number(message?.Attributes?.ApproximateReceiveCount ?? 1);
