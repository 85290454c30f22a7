import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PUBLICATION_STEPS } from '@vitrine/archive-service';
import { createAdminClient } from '../../demo/admin-client.ts';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal, type IvsLocal } from '../../demo/ivs-local/start-ivs-local.ts';
import { publishedFiles, versionsOf } from '../support/published-files.ts';
import { ADMIN_KEY, NOTIFICATION_SECRET } from '../support/system.ts';
import { until } from '../support/until.ts';

const PROGRAM = fileURLToPath(new URL('crashing-service.ts', import.meta.url));

/** The pointers of id and slug are moved last, and one after the other. */
const BEFORE_THE_POINTER: readonly string[] = PUBLICATION_STEPS.filter((step) => step !== 'move-pointer');
const STEPS = [...BEFORE_THE_POINTER, 'move-pointer:id', 'move-pointer'];

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
}

describe('a publication whose process is killed', () => {
  let folder: string;
  let ivs: IvsLocal;
  let running: Running;

  async function start(): Promise<Running> {
    const child = fork(PROGRAM, {
      execArgv: ['--conditions=vitrine-source'],
      env: {
        PATH: process.env['PATH'],
        LOG_LEVEL: 'fatal',
        DATA_DIR: join(folder, 'data'),
        STORE_URL: pathToFileURL(join(folder, 'store')).href,
        RECORDINGS_URL: pathToFileURL(join(folder, 'recordings')).href,
        ADMIN_KEY,
        NOTIFICATION_SECRET,
        PORT: '0',
      },
    });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return { process: child, url };
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vitrine-kill-'));
    const recordings = pathToFileURL(join(folder, 'recordings')).href;
    ivs = await startIvsLocal({ clip: DEMO_CLIP, recordings });
    running = await start();
  });
  after(async () => {
    const gone = once(running.process, 'exit');
    running.process.kill('SIGKILL');
    await gone;
    await ivs.close();
    await rm(folder, { recursive: true, force: true });
  });

  const request = async (path: string): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${running.url}${path}`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  for (const step of STEPS) {
    it(`after ${step} goes on at the next start, with the same version`, async () => {
      const slug = `killed-after-${step.replace(':', '-')}`;
      const admin = createAdminClient(running.url, ADMIN_KEY);
      const { arn, playbackUrl } = await ivs.createChannel(slug);
      await admin.request('POST', '/v1/admin/channels', { arn, name: slug, playbackUrl });
      const { id } = (await admin.request('POST', '/v1/admin/events', {
        slug,
        title: 'A show',
        currency: 'EUR',
        cueKey: 'k',
        channelArn: arn,
        startsAt: new Date().toISOString(),
      })) as { id: string };
      const { notification } = await ivs.writeFinishedRecording({
        channelArn: arn,
        durationSeconds: 6,
        script: [{ picture: 30, text: JSON.stringify({ vitrine: 1, e: 'k', n: 1, show: ['mug-blue'] }) }],
      });

      const gone = once(running.process, 'exit');
      running.process.send(step);
      await once(running.process, 'message');
      const taken = await fetch(`${running.url}/v1/notifications/eventbridge`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-vitrine-secret': NOTIFICATION_SECRET },
        body: JSON.stringify(notification),
      });
      assert.equal(taken.status, 202);
      assert.deepEqual(await gone, [null, 'SIGKILL']);
      const left = await publishedFiles({ folder });
      if (BEFORE_THE_POINTER.includes(step)) {
        assert.ok(!left.has(`v1/events/${id}`) && !left.has(`v1/events/${slug}`), 'nothing is visible yet');
      }

      running = await start();
      await until('the archive is published', async () => {
        const { body } = await request(`/v1/events/${slug}`);
        return body['status'] === 'archived';
      });
      const files = await publishedFiles({ folder });
      assert.deepEqual(versionsOf(files, id), ['1']);
      assert.equal(files.get(`v1/events/${id}`), files.get(`v1/events/${slug}`));
      for (const [key, hash] of left) assert.equal(files.get(key), hash, `${key} is what it was`);
      const timeline = await request(`/v1/events/${slug}/timeline`);
      assert.equal(timeline.status, 200);
      assert.equal((timeline.body['cues'] as unknown[]).length, 1);
      const { recordings } = (await createAdminClient(running.url, ADMIN_KEY).request(
        'GET',
        '/v1/admin/recordings',
      )) as {
        recordings: { state: string }[];
      };
      assert.ok(recordings.every(({ state }) => state === 'published'));
    });
  }
});
