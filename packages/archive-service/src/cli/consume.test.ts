import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { sql } from 'kysely';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openServer } from '../database/open-database.ts';
import { createServerDatabase } from '../test/databases.ts';
import { runCommand, stayUp } from '../test/run-command.ts';
import { streamNotification } from '../test/samples.ts';
import { until } from '../test/until.ts';
import { pino } from 'pino';

it('loses no message when the consumer is killed while it stores one', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-consume-'));
  const server = await startFauxqs({ port: 0, logger: false });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const sqs = new SQSClient({ endpoint: server.address, region: 'us-east-1', credentials });
  const { queueUrl } = server.createQueue('notifications');
  const url = await createServerDatabase();
  const database = openServer(url);
  await migrateDatabase(database, pino({ level: 'silent' }));
  const { db } = database;
  const environment = {
    DATABASE_URL: url,
    DATA_DIR: folder,
    SQS_QUEUE_URL: queueUrl,
    SWEEP_SECONDS: '0',
    AWS_ENDPOINT_URL_SQS: server.address,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
  };
  t.after(async () => {
    sqs.destroy();
    await server.stop();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const waiting = async (): Promise<{ visible: number; hidden: number }> => {
    const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
    const {
      Attributes: {
        ApproximateNumberOfMessages: visible,
        ApproximateNumberOfMessagesNotVisible: hidden,
      } = {},
    } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...AttributeNames] }),
    );
    return { visible: Number(visible), hidden: Number(hidden) };
  };

  const first = await stayUp(['consume'], environment);
  const held = await db.startTransaction().execute();
  await sql`LOCK TABLE notifications IN EXCLUSIVE MODE`.execute(held);
  const notification = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
  const message = { QueueUrl: queueUrl, MessageBody: JSON.stringify(notification) };
  await sqs.send(new SendMessageCommand(message));
  await until(async () => (await waiting()).hidden === 1);
  await first.end('SIGKILL');
  await held.rollback().execute();
  assert.deepEqual(await waiting(), { visible: 0, hidden: 1 }, 'it was not deleted');

  const second = await stayUp(['consume'], environment);
  await until(async () => {
    const row = await db.selectFrom('notifications').select('acted_at').executeTakeFirst();
    return row !== undefined && row.acted_at !== null;
  });
  await until(async () => (await waiting()).hidden === 0);
  assert.deepEqual(await waiting(), { visible: 0, hidden: 0 });
  assert.equal(await second.end('SIGTERM'), 0);
});

it('says in one line what it lacks', async () => {
  const { code, errors } = await runCommand(['consume'], {});
  assert.equal(code, 1);
  assert.match(errors, /^SQS_QUEUE_URL names no queue, and consume needs one\.\n$/);
});

it('takes a notification from the environment, and says when there is none', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-one-shot-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const environment = { DATA_DIR: join(folder, 'data'), TMPDIR: folder };
  const NOTIFICATION = JSON.stringify(streamNotification('Stream Start', '2026-03-05T08:00:00Z'));
  const given = await runCommand(['handle-notification'], { ...environment, NOTIFICATION });
  assert.deepEqual([given.code, given.errors], [0, '']);
  assert.match(given.output, /is unknown/);
  const missing = await runCommand(['handle-notification'], environment);
  assert.equal(missing.code, 1);
  assert.match(missing.errors, /NOTIFICATION/);
  const cut = await runCommand(['handle-notification'], {
    ...environment,
    NOTIFICATION: NOTIFICATION.slice(0, 80),
  });
  assert.equal(cut.code, 1);
  assert.match(cut.errors, /^NOTIFICATION cannot be read as a notification: .*\n$/);
});
