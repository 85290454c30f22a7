import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { product } from '../../test/fixtures.ts';
import { engineStreams, makeTrouble, type EngineStreams } from '../../test/engine-streams.ts';
import { answer, CDN } from '../../test/mock-requests.ts';
import '../../vitrine.ts';
import type { VitrinePlayer } from './vitrine-player.ts';
import { waitUntil } from '../../test/wait-until.ts';

const TIMELINE = `${CDN}/timeline.json`;
const CATALOGUE = `${CDN}/catalogue.json`;

function videoOf(player: VitrinePlayer): HTMLVideoElement {
  return player.shadowRoot?.querySelector('video') as HTMLVideoElement;
}

/** An element with these attributes, on the page but not updated yet. */
function place(attributes: Readonly<Record<string, string>>): VitrinePlayer {
  const player = document.createElement('vitrine-player');
  for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
  document.body.append(player);
  return player;
}

const plays = (player: VitrinePlayer, seconds = 0.2): Promise<void> =>
  waitUntil(() => !player.paused && player.currentTime > seconds, 'it plays');

describe('<vitrine-player>, playing', () => {
  let streams: EngineStreams;
  let player: VitrinePlayer | undefined;

  before(async () => {
    streams = await engineStreams();
  });
  beforeEach(async () => {
    await answer({
      [TIMELINE]: {
        vitrine: 1,
        clock: [],
        cues: [
          { time: 0, n: 1, show: ['mug'] },
          { time: 5, n: 2, show: ['lamp', 'mug'] },
        ],
      },
      [CATALOGUE]: { products: [product('mug'), product('lamp')] },
    });
  });
  afterEach(() => player?.remove());

  it('plays what its own attributes name, from where they say, with the timeline’s products alone', async () => {
    player = await fixture<VitrinePlayer>(
      html`<vitrine-player
        src=${streams.archive}
        timeline=${TIMELINE}
        catalogue=${CATALOGUE}
        start-time="6"
        muted
      ></vitrine-player>`,
    );
    const ready = oneEvent(player, 'vitrine-ready');
    await player.play();
    expect((await ready).detail).to.deep.equal({ engine: 'hls' });
    await plays(player, 6);
    expect(player.currentTime).to.be.lessThan(12);
    await waitUntil(() => player?.activeProducts.length === 2);
    expect(player.activeProducts.map(({ id }) => id)).to.deep.equal(['lamp', 'mug']);
    expect(player.diagnostics.cues).to.include({ inBand: 0, archive: 2 });
    expect(player.seekToProduct('mug')).to.equal(true);
    await waitUntil(() => player?.activeProducts[0]?.id === 'mug');
    expect(player.seekToProduct('vase')).to.equal(false);
  });

  it('plays when it is asked to in the task that puts it on the page', async () => {
    player = place({ src: streams.archive, muted: '' });
    await player.play();
    expect(player.paused).to.equal(false);
  });

  it('stays as silent, and as fast, as it was made while its video was on the way', async () => {
    const trouble = await makeTrouble(streams, 'multivariant\\.m3u8', 503);
    player = place({ src: streams.archive, autoplay: '', muted: '' });
    player.muted = false;
    await waitUntil(async () => (await trouble.hits()) > 0, 'its playlist was asked for');
    Object.assign(player, { muted: true, volume: 0.25, playbackRate: 1.5 });
    await trouble.end();
    await plays(player);
    const video = videoOf(player);
    expect([video.muted, video.volume, video.playbackRate]).to.deep.equal([true, 0.25, 1.5]);
  });

  it('stands still when it is paused as soon as it is ready', async () => {
    player = place({ src: streams.archive, muted: '' });
    player.addEventListener('vitrine-ready', () => player?.pause(), { once: true });
    await player.play();
    expect(player.paused).to.equal(true);
    await player.play();
    await plays(player);
  });

  it('begins again at the end with loop', async () => {
    player = place({ src: streams.archive, muted: '', loop: '', autoplay: '', 'start-time': '23' });
    await plays(player, 23);
    await waitUntil(() => (player?.currentTime ?? 0) < 5, 'it begins again');
    expect(player.ended).to.equal(false);
  });

  it('goes on playing when it is moved, ends when it is removed, and begins anew when it comes back', async () => {
    player = place({ src: streams.archive, muted: '' });
    await player.play();
    await plays(player, 1);
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(player);
    await player.updateComplete;
    await plays(player, player.currentTime + 0.3);

    const gone = player;
    const video = videoOf(player);
    player.remove();
    await waitUntil(() => video.readyState === 0 && !video.hasAttribute('src'), 'the <video> is empty');
    await waitUntil(() => !gone.shadowRoot?.querySelector('video-js'), 'the controls are gone');
    expect(gone.diagnostics.engine).to.equal(undefined);
    expect(gone.activeProducts).to.deep.equal([]);

    document.body.append(player);
    await player.play();
    await plays(player);
    expect(player.currentTime).to.be.lessThan(1);
  });

  it('opens the engine with preload="auto", and keeps what lies behind the play button out of reach', async () => {
    player = place({
      src: streams.archive,
      timeline: TIMELINE,
      catalogue: CATALOGUE,
      preload: 'auto',
      muted: '',
    });
    const seen: string[] = [];
    player.addEventListener('vitrine-product-impression', ({ detail }) => seen.push(detail.product.id));
    await waitUntil(() => player?.activeProducts.length === 1, 'its first products');
    const { shadowRoot } = player;
    await waitUntil(() => shadowRoot?.querySelector('[data-product-id]'), 'the card');
    const card = shadowRoot?.querySelector('[data-product-id]');
    const isShown = (): boolean | undefined => card?.checkVisibility({ visibilityProperty: true });
    expect(player.paused).to.equal(true);
    expect(isShown()).to.equal(false);
    // An impression takes a whole second in view, of which nothing can have been before this.
    const from = performance.now();
    await player.play();
    await waitUntil(isShown, 'the card in view');
    await waitUntil(() => seen.length > 0, 'an impression');
    expect(performance.now() - from).to.be.at.least(1_000);
    expect(seen).to.deep.equal(['mug']);
  });

  it('plays live through the IVS player, its files from another place', async () => {
    player = place({
      src: streams.live,
      'stream-type': 'live',
      'ivs-assets': `${streams.base}ivs`,
      muted: '',
    });
    const ready = oneEvent(player, 'vitrine-ready');
    await player.play();
    expect((await ready).detail).to.deep.equal({ engine: 'ivs' });
    await plays(player);
    expect(player.duration).to.equal(Infinity);
    await player.play();
  });

  it('says that the IVS player’s files are missing', async () => {
    player = place({ src: streams.live, 'stream-type': 'live', 'ivs-assets': streams.nowhere });
    const told = oneEvent(player, 'vitrine-error');
    await player.play();
    expect((await told).detail).to.include({ code: 'IVS_ASSETS_MISSING', fatal: true });
  });
});
