import { readConfig } from '../config.ts';
import { ServiceError } from '../errors.ts';
import { createLog } from '../log.ts';
import { startConsumer } from '../start-service.ts';
import { runUntilStopped } from './run-until-stopped.ts';

/** `consume`: takes notifications from the SQS queue and does their work, without HTTP, until SIGTERM or SIGINT. */
export async function consumeCommand(): Promise<number> {
  const config = readConfig(process.env);
  if (config.sqsQueueUrl === undefined) {
    throw new ServiceError('CONFIG_INVALID', 'SQS_QUEUE_URL names no queue, and consume needs one.');
  }
  const log = createLog(config.logLevel);
  const consumer = await startConsumer(config, { log });
  const stopped = runUntilStopped(log, () => consumer.close());
  process.stdout.write(`archive-service is ready: ${config.sqsQueueUrl}\n`);
  return stopped;
}
