import assert from 'node:assert/strict';
import { after, before, it, type TestContext } from 'node:test';
import { startFauxqs, type FauxqsServer } from 'fauxqs';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { pino } from 'pino';
import { onEveryDatabase } from '../test/databases.ts';
import { recordingNotification, streamNotification } from '../test/samples.ts';
import { testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import { consumeQueue, type QueueOptions } from './consume-queue.ts';

process.env['AWS_ACCESS_KEY_ID'] ??= 'test';
process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test';

let server: FauxqsServer;
let sqs: SQSClient;
let count = 0;

before(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  // Its queues' URLs have a host name that not every machine knows.
  process.env['AWS_ENDPOINT_URL_SQS'] = server.address;
  sqs = new SQSClient({ endpoint: server.address, region: 'us-east-1' });
});
after(async () => {
  sqs.destroy();
  await server.stop();
});

/** A queue whose messages go to another one after two tries. */
function makeQueue({ tries = 2 } = {}) {
  const name = `notifications-${(count += 1)}`;
  const dead = server.createQueue(`${name}-dead`);
  const RedrivePolicy = JSON.stringify({
    deadLetterTargetArn: dead.queueArn,
    maxReceiveCount: String(tries),
  });
  const { queueUrl } = server.createQueue(name, { attributes: { RedrivePolicy } });
  return { url: queueUrl, deadUrl: dead.queueUrl };
}

const send = (url: string, body: string) =>
  sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));

/** Messages that are in the queue, hidden ones too. */
async function left(url: string): Promise<number> {
  const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: [...names] }),
  );
  return names.reduce((sum, name) => sum + Number(Attributes[name]), 0);
}

async function consume(
  t: TestContext,
  service: TestService,
  queueUrl: string,
  more: Partial<QueueOptions> = {},
) {
  const { intake, log, metrics, signal } = service.services;
  const consumer = await consumeQueue({ queueUrl, intake, log, metrics, signal, backoff: 0, ...more });
  t.after(() => consumer.stop());
  return consumer;
}

const stored = ({ services: { db } }: TestService) =>
  db.selectFrom('notifications').select(['id', 'acted_at']).orderBy('id').execute();

onEveryDatabase('the queue', (database) => {
  it('hands over notifications, bare or in SNS’s envelope, and one that comes twice is one', async (t) => {
    const service = await testService(t, database);
    const { url } = makeQueue();
    const bare = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
    const wrapped = recordingNotification('Recording Start', '2026-03-05T08:00:01Z');
    const envelope = {
      Type: 'Notification',
      MessageId: 'x',
      TopicArn: 'arn:x',
      Message: JSON.stringify(wrapped),
    };
    for (const body of [bare, bare, envelope]) await send(url, JSON.stringify(body));
    await consume(t, service, url);
    const ids = [bare.id, wrapped.id].toSorted();
    await until(async () => (await stored(service)).filter(({ acted_at }) => acted_at).length === 2);
    assert.deepEqual(
      (await stored(service)).map(({ id }) => id),
      ids,
    );
    await until(async () => (await left(url)) === 0);
    assert.match(
      await service.services.metrics.text(),
      /vitrine_notifications_total\{door="queue",detail_type="IVS Stream State Change",outcome="known"\} 1/,
    );
  });

  it('leaves what is no notification to the dead-letter queue, and goes on with the others', async (t) => {
    const service = await testService(t, database);
    const { url, deadUrl } = makeQueue();
    const good = streamNotification('Stream End', '2026-03-05T09:00:00Z');
    const bad = [
      '{',
      '[]',
      JSON.stringify({ ...good, time: 'soon' }),
      JSON.stringify({ ...good, id: 'nul\u0000' }),
      JSON.stringify({ ...good, detail: {} }).replace('{}', `{"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}`),
    ];
    for (const body of [...bad, JSON.stringify(good)]) await send(url, body);
    await consume(t, service, url);
    await until(async () => (await left(deadUrl)) === bad.length);
    await until(async () => (await left(url)) === 0);
    assert.deepEqual(
      (await stored(service)).map(({ id }) => id),
      [good.id],
    );
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl: deadUrl, MaxNumberOfMessages: 10 }),
    );
    assert.deepEqual(Messages.map(({ Body }) => Body).toSorted(), bad.toSorted());
  });

  it('keeps a message hidden for as long as it cannot be stored, and does not count that against it', async (t) => {
    const service = await testService(t, database);
    const { url, deadUrl } = makeQueue({ tries: 1 });
    const { intake } = service.services;
    const away = performance.now() + 5_000;
    let asked = 0;
    const take: typeof intake.take = async (value) => {
      asked += 1;
      if (performance.now() < away) throw new Error('the database is away');
      return intake.take(value);
    };
    await consume(t, service, url, { visibility: 3, intake: { ...intake, take } });
    await send(url, JSON.stringify(streamNotification('Stream Start', '2026-03-05T08:00:00Z')));
    await until(async () => asked > 0);
    // Another consumer, which waits for longer than the message would be hidden by itself.
    const command = new ReceiveMessageCommand({ QueueUrl: url, WaitTimeSeconds: 4 });
    assert.deepEqual((await sqs.send(command)).Messages ?? [], []);
    await until(async () => (await stored(service)).length === 1);
    await until(async () => (await left(url)) === 0);
    assert.equal(await left(deadUrl), 0);
  });

  it('says at the start that there is none, or that it has no redrive policy', async (t) => {
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
    const service = await testService(t, database);
    await assert.rejects(consume(t, service, `${server.address}/000000000000/nowhere`), {
      code: 'QUEUE_UNUSABLE',
      message: /SQS_QUEUE_URL .*nowhere/,
    });
    const { queueUrl } = server.createQueue(`no-redrive-${String((count += 1))}`);
    await consume(t, service, queueUrl, { log });
    assert.match(lines.join(''), /no redrive policy/);
  });
});
