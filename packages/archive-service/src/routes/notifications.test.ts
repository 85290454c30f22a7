import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { migrateDatabase } from '../database/migrate-database.ts';
import { openServer } from '../database/open-database.ts';
import { onEveryDatabase } from '../test/databases.ts';
import {
  startLocalRecordings,
  type LocalRecordings,
  type WrittenRecording,
} from '../test/local-recording.ts';
import { envelope, recordingNotification, streamNotification } from '../test/samples.ts';
import { startPostgres } from '../test/temporary-postgres.ts';
import { CHANNEL, SECRET, testService, type TestService } from '../test/test-service.ts';
import { until } from '../test/until.ts';
import { pino } from 'pino';

const PATH = '/v1/notifications/eventbridge';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly milliseconds: number;
}

/** As an API destination of EventBridge sends it, each on a connection of its own. */
async function post(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const began = performance.now();
  const sent = request(`${url}${PATH}`, {
    method: 'POST',
    agent: false,
    headers: {
      'user-agent': 'Amazon/EventBridge/ApiDestinations',
      'content-type': 'application/json; charset=utf-8',
      range: 'bytes=0-1048575',
      'accept-encoding': 'gzip,deflate',
      connection: 'close',
      'x-vitrine-secret': SECRET,
      ...headers,
    },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  const answer = await text(response);
  return { status: response.statusCode ?? 0, body: answer, milliseconds: performance.now() - began };
}

const listen = ({ app }: TestService): Promise<string> => app.listen({ host: '127.0.0.1', port: 0 });

onEveryDatabase('EventBridge’s door', (database) => {
  it('answers 202 to what EventBridge sends, and a status that is tried again only where that may help', async (t) => {
    const service = await testService(t, database);
    const url = await listen(service);
    const good = streamNotification('Stream Start', '2026-03-05T08:00:00Z');
    const taken = await post(url, JSON.stringify(good));
    assert.deepEqual([taken.status, JSON.parse(taken.body)], [202, { id: good.id, known: false }]);
    assert.equal((await post(url, JSON.stringify(good))).status, 202);
    const plain = { 'content-type': 'text/plain' };
    assert.equal((await post(url, JSON.stringify(good), plain)).status, 202, 'whatever it calls itself');
    for (const bad of [
      '',
      '{',
      '[]',
      'null',
      JSON.stringify({ ...good, time: 'soon' }),
      '{"__proto__": 1}',
    ]) {
      assert.equal((await post(url, bad)).status, 400, bad);
    }
    const large = { ...good, detail: { text: 'x'.repeat(300_000) }, id: 'large' };
    assert.equal((await post(url, JSON.stringify(large))).status, 202, 'as large as EventBridge allows');
    assert.equal((await post(url, JSON.stringify(good), { 'x-vitrine-secret': 'wrong' })).status, 401);
  });

  it('tires of who guesses the secret, and never of who knows it', async (t) => {
    const service = await testService(t, database);
    const { app } = service;
    const guess = async (index: number): Promise<number> => {
      const headers = { 'x-vitrine-secret': `guess-${index}` };
      const { statusCode } = await app.inject({ method: 'POST', url: PATH, headers, body: {} });
      return statusCode;
    };
    const statuses: number[] = [];
    for (let index = 0; index < 320; index += 1) statuses.push(await guess(index));
    assert.deepEqual([...new Set(statuses)].toSorted(), [401, 429]);
    assert.equal(await service.notify(streamNotification('Stream Start', '2026-03-05T08:00:00Z')), 202);
  });

  it('takes everything of IVS and CloudTrail, acts on what it knows, and counts it', async (t) => {
    const service = await testService(t, database);
    const time = '2026-03-05T08:00:00Z';
    const account = (type: string, detail: object) => ({
      ...envelope(type, time, CHANNEL, detail),
      resources: [],
    });
    const malformed = 'arn:aws:ivs:us-west-2:123456a7-ab1c-2d34-e5f6-1a2b3c4d5678';
    const all = [
      account('IVS Limit Breach', { limit_name: 'Concurrent Viewers', limit_value: 10, exceeded_by: 11 }),
      envelope('IVS Stream Health Change', time, CHANNEL, { event_name: 'Starvation Start' }),
      envelope('IVS Participant Recording State Change', time, CHANNEL, { event_name: 'Recording End' }),
      account('AWS API Call via CloudTrail', {
        eventSource: 'ivs.amazonaws.com',
        eventName: 'CreateChannel',
      }),
      envelope('Somebody Else’s', time, CHANNEL, {}),
      envelope('IVS Stream State Change', time, CHANNEL, { event_name: 'Session Created' }),
      envelope('IVS Recording State Change', time, CHANNEL, {
        recording_status: 'Recording Start Failure',
        recording_status_reason: 'ValidationException',
        recording_s3_bucket_name: 'gone',
        recording_s3_key_prefix: '',
      }),
      recordingNotification('Recording End Failure', time, { channel: malformed }),
    ];
    for (const one of all) assert.equal(await service.notify(one), 202, one['detail-type']);
    const { body, headers } = await service.app.inject('/metrics');
    assert.match(String(headers['content-type']), /^text\/plain/);
    const counted = (type: string): number =>
      Number(new RegExp(`detail_type="${type}",outcome="stored"\\} (\\d+)`).exec(body)?.[1] ?? 0);
    assert.equal(counted('IVS Limit Breach'), 1);
    assert.equal(counted('AWS API Call via CloudTrail'), 1);
    assert.equal(counted('other'), 1);
    assert.equal(counted('IVS Recording State Change'), 2);
    assert.match(body, /vitrine_oldest_unpublished_recording_age_seconds 0\n/);
    assert.doesNotMatch(body, /arn:|AbCdef1G2hij/, 'nothing of a shop');
  });
});

describe('EventBridge’s door', () => {
  let recordings: LocalRecordings;
  let recording: WrittenRecording;
  before(async () => {
    recordings = await startLocalRecordings();
    recording = await recordings.record({ durationSeconds: 120, script: [] });
  });
  after(() => recordings.close());

  onEveryDatabase('under load', (database) => {
    it('answers hundreds at once within five seconds while an archive is published', async (t) => {
      const service = await testService(t, database, { RECORDINGS_URL: recordings.url });
      await service.admin('POST', '/channels', {
        arn: CHANNEL,
        name: 'x',
        playbackUrl: 'https://ivs.example/x',
      });
      const url = await listen(service);
      const { bucket, prefix } = recording;
      const end = recordingNotification('Recording End', '2026-03-05T07:10:09Z', {
        prefix,
        durationMs: 120_000,
      });
      await post(
        url,
        JSON.stringify({ ...end, detail: { ...end.detail, recording_s3_bucket_name: bucket } }),
      );
      const { db } = service.services;
      const states = db.selectFrom('recordings').select('state');
      await until(async () => (await states.executeTakeFirst())?.state === 'publishing');

      const storm = Array.from({ length: 250 }, (_, index) => {
        const time = new Date(Date.UTC(2026, 2, 6) + index * 60_000).toISOString();
        return JSON.stringify(streamNotification(index % 2 === 0 ? 'Stream Start' : 'Stream End', time));
      });
      const answers = await Promise.all(storm.map((body) => post(url, body)));
      assert.ok(answers.every(({ status }) => status === 202));
      const times = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
      const p99 = times[Math.floor(times.length * 0.99)] ?? Infinity;
      t.diagnostic(
        `${times.length} at once: median ${Math.round(times[125] ?? 0)} ms, p99 ${Math.round(p99)} ms`,
      );
      assert.ok(p99 < 5_000, `p99 ${p99} ms`);
      const { count } = await db
        .selectFrom('notifications')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      assert.equal(count, 251, 'none was lost');
      await until(async () => (await states.executeTakeFirst())?.state === 'published');
    });
  });

  it('says 503, which EventBridge tries again, while the database is away', async (t) => {
    const postgres = await startPostgres();
    let isUp = true;
    t.after(() => (isUp ? postgres.stop() : undefined));
    const database = openServer(await postgres.createDatabase());
    await migrateDatabase(database, pino({ level: 'silent' }));
    const service = await testService(t, { name: 'server', open: async () => database });
    assert.equal((await service.app.inject('/health/ready')).statusCode, 200);
    await postgres.stop();
    isUp = false;
    assert.equal(await service.notify(streamNotification('Stream Start', '2026-03-05T08:00:00Z')), 503);
    for (const [path, status] of [
      ['/health/ready', 503],
      ['/health/live', 200],
      ['/metrics', 200],
      ['/v1/events', 503],
    ] as const) {
      assert.equal((await service.app.inject(path)).statusCode, status, path);
    }
  });
});
