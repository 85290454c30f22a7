import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '@vitrine/archive-service';
import { buildService, failedJobs, openInMemory, readRows } from '@vitrine/archive-service/testing';
import type { Random } from '../support/random.ts';
import { ADMIN_KEY, NOTIFICATION_SECRET } from '../support/system.ts';
import { until } from '../support/until.ts';
import { damageJson } from './damage-json.ts';

const channelArn = (place: number): string =>
  `arn:aws:ivs:eu-central-1:123456789012:channel/AbCdef1G${String(place)}`;
/** Each address may send so many a minute, and EventBridge has many; no channel has so much to tell within days. */
const OF_ONE_KIND = 300;

const placeOf = (channel: string) => ({
  channel_name: 'Studio',
  stream_id: 'st-1',
  recording_s3_bucket_name: 'shows',
  recording_s3_key_prefix: `ivs/v1/1/${channel.slice(-8)}/2026/3/5/8/0/x`,
  recording_session_id: 's',
});
const soundOf = (channel: string): readonly [object, ...object[]] => [
  envelope(channel, 'IVS Recording State Change', {
    ...placeOf(channel),
    recording_status: 'Recording Start',
    recording_status_reason: '',
    recording_duration_ms: 0,
  }),
  envelope(channel, 'IVS Recording State Change', {
    ...placeOf(channel),
    recording_status: 'Recording End',
    recording_status_reason: '',
    recording_duration_ms: 70_000,
    recording_session_stream_ids: ['st-1'],
  }),
  envelope(channel, 'IVS Recording State Change', {
    ...placeOf(channel),
    recording_status: 'Recording Start Failure',
    recording_status_reason: 'ValidationException',
  }),
  envelope(channel, 'IVS Recording State Change', {
    ...placeOf(channel),
    recording_status: 'Recording End Failure',
    recording_status_reason: 'InternalServerException',
  }),
  envelope(channel, 'IVS Stream State Change', {
    event_name: 'Stream Start',
    channel_name: '',
    stream_id: 'st-1',
  }),
  envelope(channel, 'IVS Stream State Change', {
    event_name: 'Stream End',
    channel_name: '',
    stream_id: 'st-1',
  }),
  envelope(channel, 'IVS Stream State Change', {
    event_name: 'Session Created',
    channel_name: '',
    stream_id: 'st-1',
  }),
  envelope(undefined, 'IVS Limit Breach', { limit_name: 'Concurrent Viewers', limit_value: 10 }),
  envelope(channel, 'AWS API Call via CloudTrail', {
    eventSource: 'ivs.amazonaws.com',
    eventName: 'StopStream',
  }),
];

function envelope(channel: string | undefined, detailType: string, detail: object): object {
  return {
    version: '0',
    id: 'n',
    'detail-type': detailType,
    source: 'aws.ivs',
    account: '123456789012',
    time: '2026-03-05T08:00:00Z',
    region: 'eu-central-1',
    resources: channel === undefined ? [] : [channel],
    detail,
  };
}

export interface NotificationFuzz {
  /** Sends one damaged notification. @returns the status of the answer */
  send(random: Random): Promise<string>;
  /** Resolves when the service has acted on all that it took; fails when it could not. */
  finish(): Promise<void>;
}

/** A service of its own, with channels that it knows. */
export async function fuzzNotifications(): Promise<NotificationFuzz> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-proof-fuzz-'));
  const config = readConfig({
    DATA_DIR: folder,
    RECORDINGS_URL: pathToFileURL(join(folder, 'recordings')).href,
    ADMIN_KEY,
    NOTIFICATION_SECRET,
    LOG_LEVEL: 'silent',
  });
  const { app, services, close } = await buildService(config, { database: await openInMemory() });
  const addChannel = async (arn: string): Promise<void> => {
    const made = await app.inject({
      method: 'POST',
      url: '/v1/admin/channels',
      headers: { authorization: `Bearer ${ADMIN_KEY}` },
      body: { arn, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' },
    });
    assert.equal(made.statusCode, 201, made.body);
  };
  let sent = 0;
  return {
    async send(random) {
      const place = Math.floor(sent / OF_ONE_KIND);
      if (sent % OF_ONE_KIND === 0) await addChannel(channelArn(place));
      sent += 1;
      const notification = { ...random.pick(soundOf(channelArn(place))), id: `n${String(sent)}` };
      const answer = await app.inject({
        method: 'POST',
        url: '/v1/notifications/eventbridge',
        remoteAddress: `10.0.${String(place >> 8)}.${String(place & 255)}`,
        headers: {
          'content-type': random.chance(0.02) ? 'text/plain' : 'application/json; charset=utf-8',
          'x-vitrine-secret': random.chance(0.02) ? 'no\u00ff' : NOTIFICATION_SECRET,
          range: 'bytes=0-1048575',
        },
        payload: damageJson(notification, random),
      });
      const { statusCode, body } = answer;
      // A machine that is busy with something else says so, and EventBridge comes again.
      const isMeant =
        statusCode === 503 && answer.json<{ error: { code: unknown } }>().error.code === 'OVERLOADED';
      assert.ok(isMeant || [202, 400, 401, 413, 415].includes(statusCode), `${String(statusCode)}: ${body}`);
      if (statusCode >= 300) {
        const { error } = answer.json<{ error: { code: unknown; message: unknown } }>();
        assert.ok(typeof error.code === 'string' && typeof error.message === 'string', body);
      }
      return String(statusCode);
    },
    async finish() {
      try {
        await until(
          'every notification that was taken has been acted on',
          async () => {
            assert.deepEqual(await failedJobs(services.db, 'act-on-notification'), []);
            return (await readRows(services.db)).unacted === 0;
          },
          300_000,
        );
      } finally {
        await close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
