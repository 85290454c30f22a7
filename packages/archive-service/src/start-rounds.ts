import { emitMetrics } from './metrics/emit-metrics.ts';
import { consumeQueue, type QueueConsumer } from './queue/consume-queue.ts';
import type { Services } from './services.ts';
import { sweepRounds } from './sweep/sweep-rounds.ts';

export interface Rounds {
  /** Resolves when nothing goes round any more. */
  stop(): Promise<void>;
}

/** Starts what goes round by itself in a process that stays: the queue, where there is one, the sweep, and CloudWatch's metrics. */
export async function startRounds(services: Services): Promise<Rounds> {
  const { config, intake, log, metrics } = services;
  const stopping = new AbortController();
  const signal = AbortSignal.any([services.signal, stopping.signal]);
  let consumer: QueueConsumer | undefined;
  if (config.sqsQueueUrl !== undefined) {
    consumer = await consumeQueue({ queueUrl: config.sqsQueueUrl, intake, log, metrics, signal });
  }
  const rounds = [
    ...(config.sweepSeconds > 0 ? [sweepRounds(services, signal)] : []),
    ...(config.metricsEmf ? [emitMetrics({ metrics, log, signal, write: printLine })] : []),
  ];
  return {
    async stop() {
      await consumer?.stop();
      stopping.abort(new DOMException('The service is shutting down.', 'AbortError'));
      await Promise.all(rounds);
    },
  };
}

const printLine = (line: string): void => void process.stdout.write(`${line}\n`);
