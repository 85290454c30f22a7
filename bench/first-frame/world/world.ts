import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePage } from '../../../test/support/page-server.ts';
import { createShow, readEvent, untilStatus } from '../../../test/support/show.ts';
import { startSystem, type System } from '../../../test/support/system.ts';
import { buildPeers } from '../build-peers.ts';
import { CONTENDERS, type Scene } from '../pages/pages.ts';
import { BENCH_CLIP, CLIP_SECONDS } from './clip.ts';
import { generateSnippet, writeRelease } from './generate-snippets.ts';
import { startOrigin } from './origin.ts';

/** Everything that the pages load, each part on an origin of its own. */
export interface World {
  /** Of the pages, in the order of `CONTENDERS`. */
  readonly pages: readonly string[];
  /** With one player of ours, with nine and with ten, none of which plays. */
  readonly several: readonly string[];
  close(): Promise<void>;
}

const PAGE_STYLE =
  'body{margin:0}.frame{width:960px;height:540px;overflow:hidden}.frame>*{width:100%;height:100%}';
/** Of the live stream, before the first viewer comes. */
const ON_AIR_SECONDS = 20;

export async function startWorld(): Promise<World> {
  const built = await mkdtemp(join(tmpdir(), 'vitrine-bench-'));
  const [peers, release] = [join(built, 'peers'), join(built, 'release')];
  await Promise.all([buildPeers(peers), writeRelease(release)]);
  const system = await startSystem(
    {},
    {
      clip: BENCH_CLIP,
      startCdn: ({ port, widgetDir, storeDir }) =>
        startOrigin(port, {
          '/vitrine/': widgetDir,
          '/peers/': peers,
          '/release/': release,
          '/recordings/': join(storeDir, '../recordings'),
          '/': storeDir,
        }),
    },
  );
  const scene = await setTheScene(system, release);
  const servers = await Promise.all(
    CONTENDERS.map(({ page }) => {
      const { head = '', body } = page(scene);
      return servePage({
        head: `<style>${PAGE_STYLE}</style>${head}`,
        body: `<div class="frame">${body}</div>`,
      });
    }),
  );
  const several = await Promise.all([1, 9, 10].map((count) => servePage(manyPlayers(scene, count))));
  return {
    pages: servers.map(({ url }) => url),
    several: several.map(({ url }) => url),
    async close() {
      await Promise.all([...servers, ...several].map((server) => server.close()));
      await system.close();
      await rm(built, { recursive: true });
    },
  };
}

function manyPlayers({ cdn, service, archive }: Scene, count: number): { head: string; body: string } {
  const player = `<vitrine-player service="${service}" event-id="${archive}" cdn="${cdn}"></vitrine-player>`;
  return {
    // All in view: whoever is not asks for nothing.
    head: `<style>vitrine-player{float:left;width:240px}</style><script type="module" src="${cdn}/vitrine/vitrine.js"></script>`,
    body: player.repeat(count),
  };
}

interface ArchivedEvent {
  readonly timelineUrl: string;
  readonly playback: {
    readonly url: string;
    readonly starter: Readonly<Record<'video' | 'audio', { url: string; mime: string }>>;
  };
}

async function setTheScene(system: System, release: string): Promise<Scene> {
  const { cdn, service, ivs } = system;
  const past = await createShow(system, { slug: 'past' });
  const { bucket, prefix } = await ivs.writeFinishedRecording({
    channelArn: past.arn,
    durationSeconds: CLIP_SECONDS,
    deliver: true,
    script: [2, 7, 12].map((atSeconds, index) => ({
      atSeconds,
      text: JSON.stringify({
        vitrine: 1,
        e: 'past',
        n: index + 1,
        show: [index % 2 ? 'mug-red' : 'mug-blue'],
      }),
    })),
  });
  await untilStatus(system, past, 'archived');
  const event = (await readEvent(system, 'past')) as unknown as ArchivedEvent;
  const { playback, timelineUrl } = event;
  const plain = { ...event, id: 'plain', slug: 'plain', playback: { ...playback, starter: undefined } };
  await writeFile(join(system.folder, 'store/v1/events/plain'), JSON.stringify(plain));

  const now = await createShow(system, { slug: 'now' });
  await ivs.goLive(now.arn, { prerollSeconds: ON_AIR_SECONDS });
  await untilStatus(system, now, 'live');
  await ivs.playable(now.arn);
  const live = (await readEvent(system, 'now')) as unknown as { readonly playback: { readonly url: string } };

  const snippet = (ahead: 'archive' | 'live', eventId: string): Promise<string> =>
    generateSnippet(release, `${cdn.url}/release/`, ahead, {
      service: service.url,
      'event-id': eventId,
      cdn: cdn.url,
    });

  return {
    cdn: cdn.url,
    service: service.url,
    archive: 'past',
    plain: 'plain',
    live: 'now',
    published: playback.url,
    recorded: `${cdn.url}/recordings/${bucket}/${prefix}/media/hls/master.m3u8`,
    stream: live.playback.url,
    timeline: timelineUrl,
    catalogue: `${cdn.url}/v1/events/past`,
    starter: [playback.starter.video, playback.starter.audio],
    snippets: { archive: await snippet('archive', 'past'), live: await snippet('live', 'now') },
  };
}
