import type { Product, Starter } from '@vitrine/product-cues';
import { expect, oneEvent } from '@open-wc/testing';
import { product } from '../../test/fixtures.ts';
import { answer, SERVICE } from '../../test/mock-requests.ts';
import { publishedArchive, type PublishedArchive } from '../../test/published-archive.ts';
import '../../vitrine.ts';
import type { VitrinePlayer } from './vitrine-player.ts';
import { waitUntil } from '../../test/wait-until.ts';

const EVENT = `${SERVICE}/v1/events/spring`;
const PICTURES = `${SERVICE}/starter/video.mp4`;
const SOUND = `${SERVICE}/starter/audio.m4a`;

/** When the recording began. */
const BEGIN = Date.UTC(2026, 2, 5, 18);
/** What a starter that fails may take of a viewer's time, and what playing itself takes on a busy machine. */
const WITHIN = { timeout: 15_000 };
/** Events of a `<video>` that a viewer sees as a stop or a jump. */
const DISTURBANCES = ['waiting', 'stalled', 'pause', 'emptied', 'seeking', 'error'];

describe('<vitrine-player> with a starter', () => {
  let archive: PublishedArchive;
  let player: VitrinePlayer;
  let video: HTMLVideoElement;
  let asked: readonly string[];

  before(async () => {
    archive = await publishedArchive();
  });
  afterEach(() => player.remove());

  /** Puts a player on the page; its starter comes from the mocked addresses that are answered, else from where it lies. */
  async function place(
    attributes: Readonly<Record<string, string>> = {},
    answers: object = {},
  ): Promise<void> {
    const { playback } = archive;
    const { starter } = playback;
    const at = (mocked: string, file: Starter['video'] | undefined) =>
      file && { ...file, url: mocked in answers ? mocked : file.url };
    const mocked = { ...starter, video: at(PICTURES, starter.video), audio: at(SOUND, starter.audio) };
    const event = {
      ...archive,
      products: [product('product-1')],
      playback: { ...playback, starter: mocked },
    };
    ({ asked } = await answer({ [EVENT]: event, ...answers }));
    player = document.createElement('vitrine-player');
    const all = { service: SERVICE, 'event-id': 'spring', muted: '', preload: 'none', ...attributes };
    for (const [name, value] of Object.entries(all)) player.setAttribute(name, value);
    document.body.append(player);
    await player.updateComplete;
    video = player.shadowRoot?.querySelector('video') as HTMLVideoElement;
  }
  const plays = (seconds: number): Promise<void> =>
    waitUntil(() => !player.paused && player.currentTime > seconds, `it plays at ${seconds} s`, WITHIN);
  const bufferedTo = (): number => (video.buffered.length > 0 ? video.buffered.end(0) : 0);

  it('plays it, with products and program time, and goes on with the engine without a stop', async () => {
    await place();
    const changed = oneEvent(player, 'vitrine-products-changed');
    const loaded = oneEvent(video, 'loadeddata');
    void player.play();
    await loaded;
    // Nobody but the starter has brought anything yet.
    expect(bufferedTo()).to.be.within(0.03, 2.1);
    expect(video.duration).to.be.closeTo(24, 0.1);
    await plays(0);
    const disturbed: string[] = [];
    for (const type of DISTURBANCES)
      video.addEventListener(type, () => disturbed.push(`${type} at ${video.currentTime}`));
    const { products, mediaTime, programTime } = (await changed).detail;
    expect(products.map(({ id }: Product) => id)).to.deep.equal(['product-1']);
    expect(mediaTime).to.be.lessThan(2);
    expect(programTime).to.be.closeTo(BEGIN + mediaTime * 1000, 1);
    await plays(4);
    expect(disturbed).to.deep.equal([]);
    expect(video.buffered.length).to.equal(1);
    expect(player.diagnostics.engine).to.equal('hls');
  });

  it('goes where it is sent while the starter plays, and back', async () => {
    await place();
    void player.play();
    await oneEvent(video, 'loadeddata');
    player.currentTime = 10;
    await plays(10.3);
    player.currentTime = 0.5;
    await waitUntil(() => player.currentTime > 0.7 && player.currentTime < 5, 'it plays there', WITHIN);
  });

  it('goes where it was sent before there was anything to play', async () => {
    await place({}, { [PICTURES]: 404 });
    player.currentTime = 10;
    void player.play();
    await plays(10.3);
    expect(asked).to.deep.equal([EVENT]);
  });

  it('stands still when it is paused before the engine is there, and goes on', async () => {
    await place();
    void player.play();
    await oneEvent(video, 'loadedmetadata');
    player.pause();
    await waitUntil(() => bufferedTo() > 4, 'the engine loads', WITHIN);
    expect(player.paused).to.equal(true);
    expect(player.currentTime).to.be.lessThan(0.5);
    await player.play();
    await plays(2.5);
  });

  it('keeps the sound and the rate that were asked for before', async () => {
    await place();
    Object.assign(player, { volume: 0.4, playbackRate: 1.5 });
    void player.play();
    await plays(3);
    expect([player.muted, player.volume, player.playbackRate]).to.deep.equal([true, 0.4, 1.5]);
  });

  it('begins again at the end with loop', async () => {
    await place({ loop: '' });
    void player.play();
    await plays(0.5);
    player.currentTime = 23;
    await plays(23);
    await waitUntil(() => player.currentTime < 5, 'it begins again', WITHIN);
    await plays(2.5);
  });

  it('leaves it alone where the archive is to begin elsewhere', async () => {
    await place({ 'start-time': '6' }, { [PICTURES]: 404 });
    void player.play();
    await plays(6);
    expect(asked).to.deep.equal([EVENT]);
  });

  it('leaves nothing when it is removed, wherever the starter is', async () => {
    for (const moment of ['loadstart', 'loadedmetadata', 'loadeddata', 'playing', 'progress']) {
      await place();
      void player.play();
      await oneEvent(video, moment);
      player.remove();
      await waitUntil(() => video.networkState === 0 && !video.hasAttribute('src'), `empty after ${moment}`);
    }
    document.body.append(player);
    await player.play();
    await plays(2.5);
  });

  const someBytes = (): Response => new Response(new Uint8Array(40_000).fill(7));
  const never = (): Promise<Response> => new Promise(() => undefined);
  /** Begins like a file, and then nothing comes any more. */
  const partly = (file: Starter['video'] | undefined) => async (): Promise<Response> => {
    const bytes = await (await fetch(file?.url ?? '')).arrayBuffer();
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new Uint8Array(bytes.slice(0, bytes.byteLength / 2))),
    });
    return new Response(body);
  };
  const failures: readonly (readonly [string, () => object])[] = [
    ['is not there', () => ({ [PICTURES]: 404 })],
    ['has no sound', () => ({ [SOUND]: 404 })],
    ['is something else', () => ({ [PICTURES]: someBytes })],
    ['has something else for its sound', () => ({ [SOUND]: someBytes })],
    ['never comes', () => ({ [PICTURES]: never })],
    ['comes in part', () => ({ [PICTURES]: partly(archive.playback.starter.video) })],
    ['has its sound in part', () => ({ [SOUND]: partly(archive.playback.starter.audio) })],
  ];
  for (const [what, answers] of failures) {
    it(`plays on from the beginning where it ${what}, and tells nobody`, async () => {
      await place({}, answers());
      Object.assign(player, { playbackRate: 1.25 });
      const told: unknown[] = [];
      player.addEventListener('vitrine-error', ({ detail }) => told.push(detail));
      const begun = performance.now();
      void player.play();
      await plays(0);
      expect(performance.now() - begun).to.be.lessThan(8_000);
      expect(player.currentTime).to.be.lessThan(1);
      await plays(2.5);
      expect(told).to.deep.equal([]);
      expect(player.playbackRate).to.equal(1.25);
      expect(video.buffered.length).to.equal(1);
    });
  }
});
