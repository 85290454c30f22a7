import cors from '@fastify/cors';
import serveFolder from '@fastify/static';
import type { TestRunnerPlugin } from '@web/test-runner';
import fastify, { type FastifyInstance } from 'fastify';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DEMO_CLIP } from '../../demo/demo-clip.ts';
import { startIvsLocal, type IvsLocal, type JournalEntry } from '../../demo/ivs-local/start-ivs-local.ts';
import { writeCaptionedStream } from './captioned-stream.ts';
import { publishApart } from './publish-apart.ts';

/** What the page of a browser test asks for at `/__streams`. All of it is on origins other than the page's. */
export interface EngineStreams {
  /** On air, over and over; a cue every 0.7 s. */
  readonly live: string;
  /** URL of the channel's local control. */
  readonly control: string;
  /** A recording of 24 s, by keyframe ranges; the encoder was away for 30 s after its eighth. */
  readonly archive: string;
  /** URL of that recording's event JSON, published, with a starter. */
  readonly published: string;
  readonly journal: readonly JournalEntry[];
  /** Folder of a recording with captions: `in-band.m3u8` has them in its pictures, `with-subtitles.m3u8` also beside them. */
  readonly captioned: string;
  /** URL of the event JSON of that recording, published, with a starter. */
  readonly publishedCaptions: string;
  /** The folder that stands for our built chunks: `hls/` and `ivs/` are in it. */
  readonly base: string;
  /** Where nothing is. */
  readonly nowhere: string;
  /** POST a `Trouble` here, and files of the recording answer so from then on; GET says how often; DELETE ends all of it. */
  readonly troubles: string;
}

/** What happens to requests for files whose path matches. */
interface Trouble {
  /** Regular expression on the path. */
  readonly path: string;
  /** Answered instead; without one the connection breaks off. */
  readonly status?: number;
}

/** Pictures of the recording into which a cue is written, some of them next to a keyframe or the discontinuity. */
const CUE_PICTURES = [0, 17, 61, 62, 100, 179, 239, 240, 300, 359, 451, 480, 555, 640, 700];

function cueText(n: number): string {
  return JSON.stringify({ vitrine: 1, n, show: [`product-${n}`] });
}

const MODULES = new URL('../../node_modules/', import.meta.url);
const WORKER = 'hls.js/dist/hls.worker.js';
const FILES: Readonly<Record<string, string>> = {
  'hls/hls.worker.js': WORKER,
  'ivs/amazon-ivs-wasmworker.min.js': 'amazon-ivs-player/dist/assets/amazon-ivs-wasmworker.min.js',
  'ivs/amazon-ivs-wasmworker.min.wasm': 'amazon-ivs-player/dist/assets/amazon-ivs-wasmworker.min.wasm',
};

/** Gives browser tests real streams: a local IVS with a channel on air, and a recording that it wrote. */
export function engineStreams(): TestRunnerPlugin {
  let parts: Promise<Parts> | undefined;
  return {
    name: 'engine-streams',
    async serve({ path }) {
      // The element looks for it beside the module that it was loaded from.
      if (path.endsWith('/components/player/hls/hls.worker.js'))
        return { body: await readFile(new URL(WORKER, MODULES), 'utf8'), type: 'js' };
      if (path !== '/__streams') return undefined;
      // Only when a test asks: most need none.
      parts ??= start();
      return { body: JSON.stringify((await parts).streams), type: 'json' };
    },
    async serverStop() {
      await (await parts)?.close();
    },
  };
}

interface Parts {
  readonly streams: EngineStreams;
  close(): Promise<void>;
}

async function start(): Promise<Parts> {
  const folder = await mkdtemp(join(tmpdir(), 'vitrine-engines-'));
  const ivs = await startIvsLocal({ clip: DEMO_CLIP, recordings: pathToFileURL(folder).href });
  const said = await writeCaptionedStream(folder);
  const files = await serveFiles(folder);
  const origin = files.url;

  const { arn, playbackUrl } = await ivs.createChannel('engines');
  const recording = await record(ivs, arn);
  const { bucket, prefix } = recording;
  const recordings = pathToFileURL(folder).href;
  const store = `${recordings}/store`;
  const [published, publishedCaptions] = await Promise.all([
    publishApart({ recordings, store, bucket, prefix, id: 'published' }),
    publishApart({ recordings, store, ...said, id: 'captioned' }),
  ]);
  // Near the end of the clip, so that a viewer soon meets the discontinuity where it begins again.
  await ivs.goLive(arn, { fromFrame: 2400, prerollSeconds: 12 });
  let n = 0;
  const talk = setInterval(() => ivs.putMetadata(arn, cueText(++n)), 700);
  await ivs.playable(arn);
  return {
    streams: {
      live: playbackUrl,
      control: `${ivs.url}/local/channels/${arn.slice(arn.indexOf('/') + 1)}`,
      archive: `${origin}/recordings/${bucket}/${prefix}/media/hls/byte-range-multivariant.m3u8`,
      published: `${origin}/recordings/store/${published}`,
      captioned: `${origin}/recordings/captioned/`,
      publishedCaptions: `${origin}/recordings/store/${publishedCaptions}`,
      journal: recording.journal,
      base: `${origin}/`,
      nowhere: `${origin}/nowhere/`,
      troubles: `${origin}/troubles`,
    },
    async close() {
      clearInterval(talk);
      await ivs.close();
      await files.app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function record(ivs: IvsLocal, channelArn: string) {
  return ivs.writeFinishedRecording({
    channelArn,
    durationSeconds: 24,
    startedAt: Date.UTC(2026, 2, 5, 18),
    script: CUE_PICTURES.map((picture, index) => ({ picture, text: cueText(index + 1) })),
    restarts: [{ atSeconds: 8, gapSeconds: 30 }],
  });
}

async function serveFiles(recordings: string): Promise<{ app: FastifyInstance; url: string }> {
  const app = fastify({ forceCloseConnections: true });
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD', 'POST', 'DELETE'] });
  const troubles: Trouble[] = [];
  app.post<{ Body: Trouble }>('/troubles', ({ body }) => troubles.push(body));
  let hits = 0;
  app.get('/troubles', () => hits);
  app.delete('/troubles', () => {
    hits = 0;
    return troubles.splice(0).length;
  });
  app.addHook('onRequest', async ({ url, raw }, reply) => {
    const trouble = troubles.find(({ path }) => new RegExp(path).test(url));
    if (!trouble || url === '/troubles') return;
    hits += 1;
    if (trouble.status) return reply.code(trouble.status).send();
    raw.destroy();
    return reply.hijack();
  });
  await app.register(serveFolder, { root: recordings, prefix: '/recordings/' });
  for (const [path, file] of Object.entries(FILES)) {
    const whole = fileURLToPath(new URL(file, MODULES));
    app.get(`/${path}`, (_request, reply) =>
      reply.sendFile(whole.slice(dirname(whole).length + 1), dirname(whole)),
    );
  }
  // A server of a single-page application: one page for any address.
  app.get('/page/*', (_request, reply) => reply.type('text/html').send('<!doctype html><title>Shop</title>'));
  // By another name than the page's: another origin in every sense.
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  return { app, url: `http://localhost:${port}` };
}
