import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Product } from '@vitrine/product-cues';
import fastify from 'fastify';
import { createAdminClient } from '../admin-client.ts';
import type { EventDesk } from './event-desk.ts';
import { startShop, type Shop } from './start-shop.ts';

const KEY = 'the-admin-key-of-this-test';
const HOSTILE = '"><script>alert(1)</script>';

const HOSTILE_PRODUCT: Product = {
  id: 'mug"><img src=x onerror=alert(1)>',
  sku: HOSTILE,
  title: HOSTILE,
  url: 'javascript:alert(1)',
  images: ['javascript:alert(2)', HOSTILE],
  price: { amount: 1900, currency: 'EUR' },
  availability: 'in_stock',
  brand: HOSTILE,
  options: [{ name: HOSTILE, values: [HOSTILE] }],
};

const upstream = fastify();
let shop: Shop;

before(async () => {
  upstream.get('/v1/events', async () => ({
    events: [
      { id: 'a', slug: 'a', title: HOSTILE, status: 'archived', poster: 'javascript:alert(3)' },
      { id: 'b', slug: 'spring', title: 'Spring', status: 'live', products: [1, 2] },
      'no event',
    ],
  }));
  // A service at its most talkative: it gives back whatever it was sent.
  upstream.post('/v1/admin/events/ok/highlight', async ({ headers }) => ({ n: 1, headers }));
  upstream.post('/v1/admin/events/bad/highlight', async ({ headers }, reply) =>
    reply.code(409).send({ error: { code: 'NO', message: `Refused ${headers.authorization}` } }),
  );
  const serviceUrl = await upstream.listen({ port: 0, host: '127.0.0.1' });
  const admin = createAdminClient(serviceUrl, KEY);
  const desk: EventDesk = {
    host: undefined,
    highlight: (id, show) => admin.request('POST', `/v1/admin/events/${id}/highlight`, { show }),
    end: async () => {
      throw new Error(`broken with ${KEY}`);
    },
  };
  shop = await startShop({
    port: 0,
    products: [HOSTILE_PRODUCT],
    desk,
    studio: {
      playlist: async () => 'http://ivs.invalid/live.m3u8',
      goOnAir: async () => undefined,
      cut: async () => undefined,
    },
    serviceUrl,
    cdnUrl: 'http://cdn.invalid',
    ivsUrl: 'http://ivs.invalid',
  });
});

after(() => Promise.all([shop.close(), upstream.close()]));

const get = (path: string): Promise<Response> => fetch(`${shop.url}${path}`);
const post = (path: string, body: string, type = 'application/json'): Promise<Response> =>
  fetch(`${shop.url}/demo-api/${path}`, { method: 'POST', headers: { 'content-type': type }, body });

for (const path of [
  '/',
  '/products',
  `/products/${encodeURIComponent(HOSTILE_PRODUCT.id)}`,
  '/fragments/events?event=a',
  `/?event=${encodeURIComponent(HOSTILE)}`,
]) {
  test(`${path}: hostile text stays text`, async () => {
    const response = await get(path);
    assert.equal(response.status, 200);
    const page = await response.text();
    assert.match(page, /&lt;script&gt;alert\(1\)/);
    assert.doesNotMatch(page, /<script>alert/);
    assert.doesNotMatch(page, /<img src=x/);
    assert.doesNotMatch(page, /(?:href|src|poster)="javascript:/);
  });
}

test('every page has the strict policy, and nothing inline that it would refuse', async () => {
  const response = await get('/');
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /script-src [^;]*http:\/\/cdn\.invalid[^;]*'wasm-unsafe-eval'/);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|\*(?!\.live-video\.net)/);
  const tags = (await response.text()).replaceAll(/="[^"]*"/g, '=').match(/<[^>]+>/g) ?? [];
  assert.deepEqual(
    tags.filter((tag) => /^<style|\sstyle=|\son\w+=/.test(tag) || /^<script(?!.*\ssrc=)/.test(tag)),
    [],
  );
});

test('the live event is the one that the page plays unless another is asked for', async () => {
  assert.match(await (await get('/')).text(), /<vitrine-player[^>]*event-id="spring"/);
  assert.match(await (await get('/?event=a')).text(), /<vitrine-player[^>]*event-id="a"/);
});

test('the key never comes back, whatever the service answers', async () => {
  const answers = [
    await post('highlight', JSON.stringify({ event: 'ok', show: ['mug'] })),
    await post('highlight', JSON.stringify({ event: 'bad', show: [] })),
    await post('end-event', JSON.stringify({ event: 'ok' })),
    await get('/'),
    await get('/assets/qa.js'),
    await get('/demo-api/events'),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 409, 500, 200, 200, 200],
  );
  for (const answer of answers) {
    assert.ok(!(await answer.text()).includes(KEY), answer.url);
    assert.ok(!JSON.stringify([...answer.headers]).includes(KEY), answer.url);
  }
});

test('a form of another site cannot reach the desk', async () => {
  const body = JSON.stringify({ event: 'ok', show: [] });
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    assert.equal((await post('highlight', body, type)).status, 415);
  }
});

test('a body that is no highlight is refused with a reason', async () => {
  const response = await post('highlight', JSON.stringify({ event: 'ok', show: 'mug' }));
  assert.equal(response.status, 400);
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  assert.equal(error.code, 'BAD_REQUEST');
  assert.match(error.message, /show/);
});

test('what is not there is a page that says so', async () => {
  const response = await get('/products/none');
  assert.equal(response.status, 404);
  assert.match(await response.text(), /not on the shelf/);
});
