import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onEveryDatabase } from '../test/databases.ts';
import { recordingNotification } from '../test/samples.ts';
import { CHANNEL, testService } from '../test/test-service.ts';
import { handleNotification } from './handle-notification.ts';

const NEW_CHANNEL = { arn: CHANNEL, name: 'Studio', playbackUrl: 'https://ivs.example/live.m3u8' };
/** Nothing listens there. */
const NOBODY = 'http://127.0.0.1:1';
process.env['AWS_ACCESS_KEY_ID'] = 'nobody';
process.env['AWS_SECRET_ACCESS_KEY'] = 'nothing';
const END = recordingNotification('Recording End', '2026-03-05T09:00:00Z', { durationMs: 60_000 });

onEveryDatabase('whoever waits for a notification', (database) => {
  it('is told in the end that it cannot be acted on', async (t) => {
    process.env['AWS_ENDPOINT_URL_S3'] = NOBODY;
    t.after(() => Promise.resolve(void delete process.env['AWS_ENDPOINT_URL_S3']));
    const { services } = await testService(t, database, { RECORDINGS_URL: '' });
    const { done, outcome } = await handleNotification({ ...services, patience: 100 }, END);
    assert.deepEqual(
      [done, /could not be acted on yet: .*127\.0\.0\.1/.test(outcome)],
      [false, true],
      outcome,
    );
  });

  it('is not told that all is done while nobody knows the channel', async (t) => {
    const { services, admin } = await testService(t, database);
    const unknown = await handleNotification(services, END);
    assert.deepEqual([unknown.done, /channel .* is unknown/.test(unknown.outcome)], [false, true]);
    await admin('POST', '/channels', NEW_CHANNEL);
    const { done, outcome } = await handleNotification(services, END);
    assert.equal(done, false);
    assert.match(outcome, /recording-ended\.json/);
  });
});
