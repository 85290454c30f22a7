import { readFile } from 'node:fs/promises';

/** What the pages play, and where everything lies. */
export interface Scene {
  readonly cdn: string;
  readonly service: string;
  /** Slugs of events. */
  readonly archive: string;
  /** The archive once more, on the CDN alone, as an event whose JSON names no starter. */
  readonly plain: string;
  readonly live: string;
  /** Playlists: as published, as IVS left them, and of the live stream. */
  readonly published: string;
  readonly recorded: string;
  readonly stream: string;
  readonly timeline: string;
  readonly catalogue: string;
  readonly starter: readonly { readonly url: string; readonly mime: string }[];
  /** What `vitrine-snippet --ahead` prints for the archive and for the live event. */
  readonly snippets: Readonly<Record<'archive' | 'live', string>>;
}

export interface Contender {
  readonly name: string;
  /** What it is held against. */
  readonly group: 'published' | 'recorded' | 'live';
  page(scene: Scene): { readonly head?: string; readonly body: string };
}

const VIDEO = '<video autoplay muted playsinline preload="auto"';
const FLOOR = await readFile(new URL('floor.js', import.meta.url), 'utf8');

/** Each as its own documentation recommends it, with what makes it begin soonest; silent, since nothing else may begin by itself. */
export const CONTENDERS: readonly Contender[] = [
  {
    name: 'vitrine',
    group: 'published',
    page: ({ cdn, service, archive }) => ours(cdn, `service="${service}" event-id="${archive}" cdn="${cdn}"`),
  },
  {
    name: 'vitrine, named in advance',
    group: 'published',
    page: ({ snippets }) => pasted(snippets.archive),
  },
  {
    name: 'vitrine without starter',
    group: 'published',
    page: ({ cdn, plain }) => ours(cdn, `cdn="${cdn}" event-id="${plain}"`),
  },
  hls('published'),
  {
    name: 'floor',
    group: 'published',
    page: ({ starter }) => ({
      body: `${VIDEO}></video><script type="module">${FLOOR.replace('export ', '')}
        floor(document.querySelector('video'), ${JSON.stringify(starter)});</script>`,
    }),
  },
  ivs('published'),
  mux('published'),
  vidstack('published'),
  videojs('published'),
  cloudinary('published'),
  {
    name: 'vitrine',
    group: 'recorded',
    page: ({ cdn, recorded, timeline, catalogue }) =>
      ours(cdn, `src="${recorded}" timeline="${timeline}" catalogue="${catalogue}"`),
  },
  hls('recorded'),
  ivs('recorded'),
  mux('recorded'),
  vidstack('recorded'),
  videojs('recorded'),
  cloudinary('recorded'),
  {
    name: 'vitrine',
    group: 'live',
    page: ({ cdn, service, live }) => ours(cdn, `service="${service}" event-id="${live}" cdn="${cdn}"`),
  },
  {
    name: 'vitrine, named in advance',
    group: 'live',
    page: ({ snippets }) => pasted(snippets.live),
  },
  ivs('live'),
];

/** Where the snippet says that each half of it goes. */
function pasted(snippet: string): { head: string; body: string } {
  const [head = '', body = ''] = snippet.split('<!-- Where the player goes. -->');
  return { head, body };
}

function ours(cdn: string, attributes: string): { head: string; body: string } {
  return {
    head: `<script type="module" src="${cdn}/vitrine/vitrine.js"></script>`,
    body: `<vitrine-player ${attributes} autoplay muted></vitrine-player>`,
  };
}

function addressIn(group: Contender['group'], { published, recorded, stream }: Scene): string {
  return { published, recorded, live: stream }[group];
}

function hls(group: Contender['group']): Contender {
  return {
    name: 'hls.js light',
    group,
    page: (scene) => ({
      head: `<script src="${scene.cdn}/peers/hls.js/dist/hls.light.min.js"></script>`,
      body: `${VIDEO}></video><script>
        const hls = new Hls();
        hls.loadSource('${addressIn(group, scene)}');
        hls.attachMedia(document.querySelector('video'));</script>`,
    }),
  };
}

function ivs(group: Contender['group']): Contender {
  return {
    name: 'amazon-ivs-player',
    group,
    page: (scene) => ({
      body: `${VIDEO} data-url="${addressIn(group, scene)}"></video>
        <script src="${scene.cdn}/peers/ivs.js"></script>`,
    }),
  };
}

function mux(group: Contender['group']): Contender {
  return {
    name: 'mux-player',
    group,
    page: (scene) => ({
      head: `<script src="${scene.cdn}/peers/@mux/mux-player/dist/mux-player.js" defer></script>`,
      body: `<mux-player src="${addressIn(group, scene)}" stream-type="on-demand" preload="auto" autoplay="muted" muted
        disable-tracking disable-cookies></mux-player>`,
    }),
  };
}

function vidstack(group: Contender['group']): Contender {
  return {
    name: 'vidstack',
    group,
    page: (scene) => ({
      head: `<link rel="stylesheet" href="${scene.cdn}/peers/vidstack/vidstack.css">
        <script type="module" src="${scene.cdn}/peers/vidstack/vidstack.js"></script>`,
      body: `<media-player title="Show" src="${addressIn(group, scene)}" load="eager" preload="auto" autoplay muted playsinline>
        <media-provider></media-provider><media-video-layout></media-video-layout></media-player>`,
    }),
  };
}

function videojs(group: Contender['group']): Contender {
  return {
    name: 'video.js',
    group,
    page: (scene) => ({
      head: `<link rel="stylesheet" href="${scene.cdn}/peers/video.js/dist/video-js.min.css">
        <script src="${scene.cdn}/peers/video.js/dist/video.min.js"></script>`,
      body: `<video-js class="video-js vjs-fill" controls autoplay muted playsinline preload="auto" data-setup="{}">
        <source src="${addressIn(group, scene)}" type="application/x-mpegURL"></video-js>`,
    }),
  };
}

function cloudinary(group: Contender['group']): Contender {
  const products = ['mug-blue', 'mug-red'].map((id, index) => ({
    productId: index + 1,
    productName: id,
    startTime: index * 10,
    endTime: index * 10 + 10,
    publicId: 'sample',
  }));
  return {
    name: 'cloudinary-video-player, shoppable',
    group,
    page: (scene) => ({
      head: `<link rel="stylesheet" href="${named(scene.cdn)}/peers/cloudinary-video-player/dist/player.min.css">
        <script src="${named(scene.cdn)}/peers/cloudinary-video-player/dist/player.min.js"></script>`,
      body: `<video id="player" class="cld-video-player" controls autoplay muted playsinline preload="auto"></video><script>
        const player = cloudinary.videoPlayer('player', { cloudName: 'demo', fill: true, cloudinaryAnalytics: false, allowUsageReport: false });
        player.source('${named(addressIn(group, scene))}', { sourceTypes: ['hls'], shoppable: ${JSON.stringify({ products })} });</script>`,
    }),
  };
}

/** Its player takes no URL for one whose host has no dot. */
function named(url: string): string {
  return url.replace('//localhost:', '//cdn.test:');
}
