import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../../test/databases.ts';
import { product } from '../../test/samples.ts';
import { ADMIN_KEY, CHANNEL, testService } from '../../test/test-service.ts';

const AUTHORIZATION = { authorization: `Bearer ${ADMIN_KEY}` };
const NEW_CHANNEL = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' };

onEveryDatabase('admin routes', (database) => {
  it('let nobody in without the key, and nobody at all when there is none', async (t) => {
    const { app } = await testService(t, database);
    for (const authorization of [undefined, 'Bearer wrong', `Basic ${ADMIN_KEY}`, `Bearer ${ADMIN_KEY}x`]) {
      const headers = authorization === undefined ? {} : { authorization };
      const answer = await app.inject({ url: '/v1/admin/products', headers });
      assert.equal(answer.statusCode, 401, authorization);
      assert.equal(answer.json().error.code, 'KEY_WRONG');
    }
    const guess = async (): Promise<number> =>
      (await app.inject({ url: '/v1/admin/products', headers: { authorization: 'Bearer guessed' } }))
        .statusCode;
    assert.equal(await guess(), 401);
    for (let count = 0; count < 320; count += 1) await guess();
    assert.equal(await guess(), 429, 'whoever guesses keys is slowed down');
    const known = await app.inject({ url: '/v1/admin/products', headers: AUTHORIZATION });
    assert.equal(known.statusCode, 200);
    const closed = await testService(t, database, { ADMIN_KEY: '' });
    const answer = await closed.app.inject({ url: '/v1/admin/products', headers: AUTHORIZATION });
    assert.equal(answer.statusCode, 503);
  });

  it('create, read, change and remove products', async (t) => {
    const { app, admin } = await testService(t, database);
    const mug = { ...product('mug'), brand: 'Ours', warranty: 'a field of a newer version' };
    await admin('POST', '/products', mug);
    assert.deepEqual(
      await admin('GET', '/products/mug'),
      product('mug') && { ...product('mug'), brand: 'Ours' },
    );
    await admin('PUT', '/products/mug', { ...mug, title: 'New' });
    assert.deepEqual(await admin('GET', '/products'), {
      products: [{ ...product('mug'), brand: 'Ours', title: 'New' }],
    });

    const twice = await app.inject({
      method: 'POST',
      url: '/v1/admin/products',
      headers: AUTHORIZATION,
      body: mug,
    });
    assert.equal(twice.statusCode, 409);
    const other = await app.inject({
      method: 'PUT',
      url: '/v1/admin/products/vase',
      headers: AUTHORIZATION,
      body: mug,
    });
    assert.equal(other.statusCode, 400);
    const bad = { ...mug, id: 'bad', price: { amount: 19.5, currency: 'EUR' } };
    const refused = await app.inject({
      method: 'POST',
      url: '/v1/admin/products',
      headers: AUTHORIZATION,
      body: bad,
    });
    assert.match(refused.json().error.message, /price\/amount/);
    // A shopper's browser would follow it.
    const script = admin('PUT', '/products/mug', { ...mug, url: 'javascript:alert(1)' });
    await assert.rejects(script, /400 .*url/);

    await admin('DELETE', '/products/mug');
    await assert.rejects(admin('DELETE', '/products/mug'), /PRODUCT_NOT_FOUND/);
  });

  it('create, read, change and remove channels', async (t) => {
    const { admin } = await testService(t, database);
    const path = `/channels/${encodeURIComponent(CHANNEL)}`;
    assert.deepEqual(await admin('POST', '/channels', NEW_CHANNEL), { ...NEW_CHANNEL, autoPublish: true });
    await assert.rejects(admin('POST', '/channels', NEW_CHANNEL), /ALREADY_EXISTS/);
    await admin('PATCH', path, { autoPublish: false });
    assert.deepEqual(await admin('GET', path), { ...NEW_CHANNEL, autoPublish: false });
    await admin('POST', '/events', { slug: 'show', title: 'Show', currency: 'EUR', channelArn: CHANNEL });
    await assert.rejects(admin('DELETE', path), /IN_USE/);
    await admin('DELETE', '/events/show');
    await admin('DELETE', path);
    assert.deepEqual(await admin('GET', '/channels'), { channels: [] });
  });

  it('create, read, change and remove events', async (t) => {
    const { admin } = await testService(t, database);
    await admin('POST', '/channels', NEW_CHANNEL);
    await admin('POST', '/products', product('mug'));
    await admin('POST', '/products', product('vase'));
    const body = { slug: 'show', title: 'Show', currency: 'EUR', channelArn: CHANNEL, products: ['mug'] };
    const created = (await admin('POST', '/events', body)) as { id: string; cueKey: string };
    assert.equal(created.cueKey.length, 6);
    const changed = (await admin('PATCH', '/events/show', {
      title: 'New',
      products: ['vase', 'mug'],
      cueKey: null,
      startsAt: '2026-03-05T10:00:00+01:00',
    })) as { title: string; startsAt: string; products: { id: string }[]; cueKey?: string };
    assert.equal(changed.title, 'New');
    assert.equal(changed.startsAt, '2026-03-05T09:00:00.000Z');
    assert.deepEqual(
      changed.products.map(({ id }) => id),
      ['vase', 'mug'],
    );
    assert.equal(changed.cueKey, undefined);
    await admin('DELETE', '/events/show');
    await assert.rejects(admin('GET', `/events/${created.id}`), /EVENT_NOT_FOUND/);
  });

  it('name what is wrong with an event', async (t) => {
    const { app, admin } = await testService(t, database);
    await admin('POST', '/events', { slug: 'taken', title: 'x', currency: 'EUR' });
    const event = { slug: 'show', title: 'Show', currency: 'EUR' };
    for (const [body, status, message] of [
      [{ ...event, slug: 'taken' }, 409, /slug "taken"/],
      [{ ...event, slug: 'Not A Slug' }, 400, /slug/],
      [{ ...event, slug: 'evt_0123' }, 400, /slug/],
      [{ ...event, currency: 'Euro' }, 400, /currency/],
      [{ ...event, cueKey: 'thirteen-char' }, 400, /cueKey/],
      [{ ...event, startsAt: 'tomorrow' }, 400, /startsAt/],
      [{ ...event, products: ['ghost'] }, 400, /products: .*"ghost"/],
      [{ ...event, channelArn: 'arn:unknown' }, 404, /arn:unknown/],
      [{ title: 'x' }, 400, /slug/],
    ] as const) {
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/admin/events',
        headers: AUTHORIZATION,
        body,
      });
      assert.equal(answer.statusCode, status, JSON.stringify(body));
      assert.match(answer.json().error.message, message);
    }
    assert.equal(((await admin('GET', '/events')) as { events: object[] }).events.length, 1);
  });

  it('refuse what no database can store, rather than break', async (t) => {
    const { app, admin } = await testService(t, database);
    const show = { slug: 'show', title: 'x', currency: 'EUR' };
    await admin('POST', '/events', show);
    for (const [path, body] of [
      ['/events', { ...show, slug: 'nul', title: 'a\0b' }],
      ['/events', { ...show, slug: 'leap', startsAt: '2016-12-31T23:59:60Z' }],
      ['/products', { ...product('mug'), title: 'a\0b' }],
      ['/events/show/highlight', { show: ['\0'] }],
      ['/events/show/highlight', { show: ['\ud800'] }],
      ['/channels', { ...NEW_CHANNEL, name: '\0' }],
    ] as const) {
      const url = `/v1/admin${path}`;
      const answer = await app.inject({ method: 'POST', url, headers: AUTHORIZATION, body });
      assert.equal(answer.statusCode, 400, `${path} ${JSON.stringify(body)}: ${answer.body}`);
      assert.equal(answer.json().error.code, 'BAD_REQUEST');
    }
  });
});
