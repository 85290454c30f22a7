import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { readEvent, readLiveState } from '@vitrine/product-cues';
import { ServiceError } from '../../errors.ts';
import { onEveryDatabase } from '../../test/databases.ts';
import { product, streamNotification } from '../../test/samples.ts';
import { CHANNEL, testService, type TestService } from '../../test/test-service.ts';
import { until } from '../../test/until.ts';

async function seed({ admin }: TestService): Promise<{ id: string }> {
  await admin('POST', '/channels', {
    arn: CHANNEL,
    name: 'Studio',
    playbackUrl: 'https://ivs.example/live.m3u8',
  });
  await admin('POST', '/products', product('mug'));
  await admin('POST', '/products', product('vase'));
  const event = {
    slug: 'spring-drop',
    title: 'Spring',
    currency: 'EUR',
    channelArn: CHANNEL,
    products: ['vase', 'mug'],
  };
  return (await admin('POST', '/events', { ...event, startsAt: '2026-03-05T08:00:00Z' })) as { id: string };
}

onEveryDatabase('public routes', (database) => {
  it('give an event by id and by slug, with products in order and absolute URLs', async (t) => {
    const service = await testService(t, database);
    const { id } = await seed(service);
    const answer = await service.app.inject({
      url: '/v1/events/spring-drop',
      headers: { host: 'api.example' },
    });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    assert.match(String(answer.headers['cache-control']), /^public, max-age=/);
    const event = readEvent(answer.json());
    assert.ok(event.ok);
    assert.deepEqual(
      event.value.products.map((one) => one.id),
      ['vase', 'mug'],
    );
    assert.equal(event.value.status, 'scheduled');
    assert.equal(event.value.playback, null);
    assert.equal(event.value.liveStateUrl, `http://api.example/v1/events/${id}/live.json`);
    const byId = await service.app.inject({ url: `/v1/events/${id}`, headers: { host: 'api.example' } });
    assert.equal(byId.body, answer.body);
  });

  it('answer 304 to whoever has the same already', async (t) => {
    const service = await testService(t, database);
    await seed(service);
    for (const url of [
      '/v1/events',
      '/v1/events/spring-drop',
      '/v1/events/spring-drop/live.json',
      '/v1/schemas/event',
    ]) {
      const { headers } = await service.app.inject({ url });
      const again = await service.app.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
      assert.equal(again.statusCode, 304, url);
      assert.equal(again.body, '', url);
    }
  });

  it('say what is on air, for a second', async (t) => {
    const service = await testService(t, database);
    await seed(service);
    await service.notify(streamNotification('Stream Start', '2026-03-05T08:00:02Z'));
    const event = await until(async () => {
      const read = readEvent((await service.app.inject({ url: '/v1/events/spring-drop' })).json());
      return read.ok && read.value.status === 'live' && read.value;
    });
    assert.deepEqual(event.playback, { type: 'live', url: 'https://ivs.example/live.m3u8' });
    assert.equal(event.startedAt, '2026-03-05T08:00:02.000Z');
    const answer = await service.app.inject({ url: '/v1/events/spring-drop/live.json' });
    assert.equal(answer.headers['cache-control'], 'public, max-age=1');
    const state = readLiveState(answer.json());
    assert.ok(state.ok);
    const { updatedAt, catalogueAt = '', ...rest } = state.value;
    assert.deepEqual(rest, { status: 'live', cue: null, programTime: null, recent: [] });
    assert.ok(Date.parse(updatedAt) > 0);
    assert.ok(catalogueAt <= event.updatedAt, 'who has read the event has read its catalogue');
  });

  it('say when the event or a product of it has changed, until it has been read again', async (t) => {
    const service = await testService(t, database);
    await seed(service);
    const read = async () => {
      const [event, state] = [
        readEvent((await service.app.inject({ url: '/v1/events/spring-drop' })).json()),
        readLiveState((await service.app.inject({ url: '/v1/events/spring-drop/live.json' })).json()),
      ];
      assert.ok(event.ok && state.ok && state.value.catalogueAt !== undefined);
      return { event: event.value, catalogueAt: state.value.catalogueAt };
    };
    const mug = (await read()).event.products.find(({ id }) => id === 'mug');
    for (const change of [
      () => service.admin('PUT', '/products/mug', { ...mug, title: 'Another mug' }),
      () => service.admin('PATCH', '/events/spring-drop', { products: ['mug'] }),
    ]) {
      const before = await read();
      assert.ok(before.catalogueAt <= before.event.updatedAt);
      await change();
      const after = await read();
      assert.ok(after.catalogueAt > before.event.updatedAt, 'it tells those who have the old one');
      assert.ok(after.catalogueAt <= after.event.updatedAt, 'and not those who have the new one');
    }
  });

  it('list a shop’s events, the newest first, page by page, none twice', async (t) => {
    const service = await testService(t, database);
    const slugs = Array.from({ length: 45 }, (_, index) => `event-${index}`);
    for (const slug of slugs) await service.admin('POST', '/events', { slug, title: slug, currency: 'EUR' });
    await service.admin('POST', '/events', { slug: 'hidden', title: 'x', currency: 'EUR', listed: false });
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const url = `/v1/events?${new URLSearchParams({ ...(cursor && { cursor }) }).toString()}`;
      const page: { events: { slug: string }[]; next?: string } = (await service.app.inject({ url })).json();
      seen.push(...page.events.map(({ slug }) => slug));
      cursor = page.next;
    }
    assert.deepEqual(seen.toSorted(), slugs.toSorted());
    assert.deepEqual((await service.app.inject({ url: '/v1/events?shop=other' })).json(), { events: [] });
    assert.equal((await service.app.inject({ url: '/v1/events?status=live' })).json().events.length, 0);
  });

  it('answer errors as JSON with a code and the request’s id', async (t) => {
    const { app } = await testService(t, database);
    for (const [url, status, code] of [
      ['/v1/events/nobody', 404, 'EVENT_NOT_FOUND'],
      ['/v1/events/nobody/timeline', 404, 'EVENT_NOT_FOUND'],
      ['/v1/events?status=burning', 400, 'BAD_REQUEST'],
      ['/v1/events?cursor=nonsense', 400, 'BAD_CURSOR'],
      // A point in time beyond any calendar, and an id with a NUL.
      ['/v1/events?cursor=OTk5OTk5OTk5OTk5OTk5IGE', 400, 'BAD_CURSOR'],
      ['/v1/events?cursor=MSBhAGI', 400, 'BAD_CURSOR'],
      ['/v1/events?shop=%00', 400, 'BAD_REQUEST'],
      ['/v1/events/a%00b', 400, 'BAD_REQUEST'],
      ['/v1/events/%ff', 400, 'BAD_REQUEST'],
      ['/v1/schemas/nothing', 404, 'SCHEMA_NOT_FOUND'],
      ['/media/archive/nothing.ts', 404, 'NOT_FOUND'],
      ['/nowhere', 404, 'NOT_FOUND'],
    ] as const) {
      const answer = await app.inject({ url });
      assert.equal(answer.statusCode, status, url);
      const { error } = answer.json<{ error: { code: string; message: string; requestId: string } }>();
      assert.equal(error.code, code, url);
      assert.ok(error.message.length > 0 && error.requestId.length > 0, url);
    }
  });

  it('keep to themselves what broke inside', async (t) => {
    const { app } = await testService(t, database);
    app.get('/broken', () => {
      throw new ServiceError('STORE_DENIED', 's3://bucket/private may not be read');
    });
    const answer = await app.inject({ url: '/broken' });
    assert.equal(answer.statusCode, 500);
    assert.equal(answer.json().error.code, 'STORE_DENIED');
    assert.doesNotMatch(answer.body, /private/);
  });

  it('have no timeline before the archive is published', async (t) => {
    const service = await testService(t, database);
    await seed(service);
    const answer = await service.app.inject({ url: '/v1/events/spring-drop/timeline' });
    assert.equal(answer.json().error.code, 'TIMELINE_NOT_FOUND');
  });

  it('serve the folder store with ranges, types and caching, and nothing outside it', async (t) => {
    const { app, folder } = await testService(t, database);
    const write = (key: string, content: string): void => {
      const path = join(folder, key);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    };
    write('store/archive/e/1/media/720p/0.ts', '0123456789');
    write('store/v1/events/e', '{}');
    write('secret.txt', 'secret');

    const range = await app.inject({
      url: '/media/archive/e/1/media/720p/0.ts',
      headers: { range: 'bytes=2-4' },
    });
    assert.equal(range.statusCode, 206);
    assert.equal(range.body, '234');
    assert.equal(range.headers['content-range'], 'bytes 2-4/10');
    assert.equal(range.headers['content-type'], 'video/mp2t');
    assert.match(String(range.headers['cache-control']), /immutable/);
    assert.equal(range.headers['access-control-allow-origin'], '*');

    const head = await app.inject({ method: 'HEAD', url: '/media/v1/events/e' });
    assert.equal(head.statusCode, 200);
    assert.equal(head.headers['content-length'], '2');
    assert.equal(head.headers['content-type'], 'application/json');
    assert.doesNotMatch(String(head.headers['cache-control']), /immutable/);

    for (const url of [
      '/media/../secret.txt',
      '/media/%2e%2e/secret.txt',
      '/media/..%2fsecret.txt',
      '/media/store/../../secret.txt',
    ]) {
      const answer = await app.inject({ url });
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, url);
      assert.doesNotMatch(answer.body, /^secret/);
    }
  });

  it('describe themselves, and say that they are alive and ready', async (t) => {
    const { app } = await testService(t, database);
    assert.equal((await app.inject({ url: '/docs/' })).statusCode, 200);
    const { paths } = (await app.inject({ url: '/docs/json' })).json<{ paths: Record<string, object> }>();
    for (const path of [
      '/v1/events',
      '/v1/events/{event}/live.json',
      '/v1/notifications/eventbridge',
      '/v1/admin/events/{event}/highlight',
    ]) {
      assert.ok(paths[path], path);
    }
    assert.deepEqual((await app.inject({ url: '/health/live' })).json(), { status: 'ok' });
    assert.deepEqual((await app.inject({ url: '/health/ready' })).json(), { status: 'ok' });
  });
});
