import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import type { NotificationFaults } from '../mishaps/notification-faults.ts';
import { startIvsLocal } from '../start-ivs-local.ts';
import { SAMPLE_CLIP } from '../test/sample-clip.ts';
import type { Notification } from './envelope.ts';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: Notification;
}

const RETRIES = { firstDelayMs: 5, maxDelayMs: 20, maxAttempts: 4, timeoutMs: 150 };

/** An endpoint that answers as it is told, and a local IVS that notifies it. */
async function notifying(t: TestContext, answer: (attempt: number, response: ServerResponse) => void) {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
      answer(received.length, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notifications`;
  const notifications = { url, headerName: 'x-api-key', secret: 'swordfish' };
  const ivs = await startIvsLocal({ clip: SAMPLE_CLIP, notifications, retries: RETRIES });
  t.after(async () => {
    await ivs.close();
    server.closeAllConnections();
    server.close();
  });
  const { arn } = await ivs.createChannel('notifies');
  return { ivs, arn, received, url };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (_: number, response: ServerResponse) =>
    void response.writeHead(code, headers).end();

/** One show from beginning to end. */
async function show(t: TestContext, faults: NotificationFaults = {}) {
  const all = await notifying(t, status(202));
  await all.ivs.goLive(all.arn, { prerollSeconds: 4, faults: { notifications: faults } });
  await all.ivs.stopStream(all.arn);
  await all.ivs.notified();
  return { ...all, names: all.received.map(({ body }) => body.detail['event_name']) };
}

test('a stream’s start and end are told in EventBridge’s envelope, with the API key', async (t) => {
  const { received, names, arn } = await show(t);
  assert.deepEqual(names.toSorted(), ['Session Created', 'Session Ended', 'Stream End', 'Stream Start']);
  const start = received.find(({ body }) => body.detail['event_name'] === 'Stream Start');
  assert.ok(start);
  assert.equal(start.headers['x-api-key'], 'swordfish');
  assert.equal(start.headers['user-agent'], 'Amazon/EventBridge/ApiDestinations');
  assert.equal(start.headers['content-type'], 'application/json; charset=utf-8');
  const { version, source, account, region, resources, time, id } = start.body;
  assert.deepEqual(
    { version, source, account, region, resources },
    { version: '0', source: 'aws.ivs', account: '123456789012', region: 'eu-central-1', resources: [arn] },
  );
  assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.equal(start.body['detail-type'], 'IVS Stream State Change');
});

async function attempts(t: TestContext, answer: Parameters<typeof notifying>[1]) {
  const { ivs, arn } = await notifying(t, answer);
  const { notification } = await sample(ivs, arn);
  ivs.notify(notification);
  await ivs.notified();
  const delivery = ivs.deliveries.find((one) => one.notification.id === notification.id);
  assert.ok(delivery);
  return { outcome: delivery.outcome, statuses: delivery.attempts.map((one) => one.status ?? one.error) };
}

/** Any notification: the one of a stream that begins. */
async function sample(ivs: Awaited<ReturnType<typeof startIvsLocal>>, arn: string) {
  await ivs.goLive(arn);
  await ivs.notified();
  const [first] = ivs.deliveries;
  assert.ok(first);
  return { notification: { ...first.notification, id: 'sample' } };
}

test('401, 407, 409, 429 and 5xx are retried until there is an answer', async (t) => {
  const answers = [202, 401, 503, 429, 200];
  const { outcome, statuses } = await attempts(
    t,
    (attempt, response) => void response.writeHead(answers[attempt - 1] ?? 200).end(),
  );
  assert.deepEqual({ outcome, statuses }, { outcome: 'delivered', statuses: [401, 503, 429, 200] });
});

for (const code of [400, 403, 404, 422, 302]) {
  test(`${code} is final`, async (t) => {
    assert.deepEqual(await attempts(t, status(code)), { outcome: 'given up', statuses: [code] });
  });
}

test('an endpoint that does not answer in time is tried again, and given up in the end', async (t) => {
  const { outcome, statuses } = await attempts(
    t,
    (attempt, response) => void (attempt === 1 && response.end()),
  );
  assert.equal(outcome, 'given up');
  assert.deepEqual(statuses, Array(4).fill('no answer within 150 ms'));
});

test('a negative Retry-After stops the retries', async (t) => {
  assert.deepEqual(await attempts(t, status(503, { 'retry-after': '-1' })), {
    outcome: 'given up',
    statuses: [503],
  });
});

test('notifications can be doubled', async (t) => {
  const { received } = await show(t, { copies: 2 });
  assert.equal(received.length, 8);
  assert.equal(new Set(received.map(({ body }) => body.id)).size, 4);
});

test('notifications can be never sent; the log has them', async (t) => {
  const { received, ivs } = await show(t, { never: true });
  assert.equal(received.length, 0);
  assert.deepEqual(
    ivs.deliveries.map(({ outcome }) => outcome),
    Array(4).fill('withheld'),
  );
});

test('notifications can come in the wrong order, once the stream has ended', async (t) => {
  const { ivs } = await show(t, { disordered: true });
  const order = ivs.deliveries.map(({ notification }) => notification.detail['event_name']);
  assert.deepEqual(order, ['Stream End', 'Session Ended', 'Stream Start', 'Session Created']);
});

test('notifications can be late', async (t) => {
  const { ivs } = await show(t, { delaySeconds: 1.2 });
  for (const {
    notification,
    attempts: [first],
  } of ivs.deliveries) {
    assert.ok(first && first.at >= Date.parse(notification.time) + 1200);
  }
});
