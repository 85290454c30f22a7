import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { handleNotification } from '../support/handle-notification.ts';
import { publishedFiles, versionsOf } from '../support/published-files.ts';
import { createShow, untilStatus } from '../support/show.ts';
import { NOTIFICATION_SECRET, startSystem, type System } from '../support/system.ts';

describe('notifications over HTTP', () => {
  let system: System;
  before(async () => {
    system = await startSystem();
  });
  after(() => system.close());

  const send = async (notification: object, secret = NOTIFICATION_SECRET): Promise<number> => {
    const { status } = await fetch(`${system.service.url}/v1/notifications/eventbridge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-vitrine-secret': secret },
      body: JSON.stringify(notification),
    });
    return status;
  };

  it('make one archive of one recording, however often it is announced', async () => {
    const show = await createShow(system, { slug: 'five-times' });
    const { notification } = await system.ivs.writeFinishedRecording({
      channelArn: show.arn,
      durationSeconds: 8,
      script: [{ picture: 30, text: JSON.stringify({ vitrine: 1, e: show.slug, n: 1, show: ['mug-blue'] }) }],
    });
    const atOnce = await Promise.all(Array.from({ length: 5 }, () => send(notification)));
    assert.deepEqual(atOnce, [202, 202, 202, 202, 202]);
    await untilStatus(system, show, 'archived');
    const published = await publishedFiles(system);
    assert.deepEqual(versionsOf(published, show.eventId), ['1']);
    assert.ok(published.has(`v1/events/${show.eventId}`) && published.has('v1/events/five-times'));

    // EventBridge may send it again with an id of its own; the command tells when that has been acted on.
    assert.equal(await send({ ...notification, id: randomUUID() }), 202);
    for (const id of [notification.id, randomUUID(), randomUUID()]) {
      assert.match(await handleNotification(system, { ...notification, id }), /is published\.$/);
    }
    assert.deepEqual(await publishedFiles(system), published);
  });

  it('are taken when nobody acts on them, and refused without the secret', async () => {
    const unknown = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'IVS Something New',
      source: 'aws.ivs',
      account: '123456789012',
      time: '2026-03-05T08:07:09Z',
      region: 'eu-central-1',
      resources: [],
      detail: { event_name: 'Unheard Of' },
    };
    assert.equal(await send(unknown), 202);
    assert.equal(await send(unknown, 'wrong'), 401);
    assert.equal(await send({ ...unknown, time: undefined }), 400);
  });
});
