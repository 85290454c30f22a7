import { expect, fixture, html } from '@open-wc/testing';
import { LivePosition } from '../media/live-position.ts';
import { FakeEngine } from '../test/fake-engine.ts';
import { LiveFakeEngine } from '../test/live-engine.ts';
import { createShell } from './shell.ts';
import { waitUntil } from '../test/wait-until.ts';

const STREAM = 'https://cdn.example/show.m3u8';
interface Made {
  readonly engine: FakeEngine;
  readonly layer: HTMLElement;
  readonly closing: AbortController;
  button(title: string): HTMLElement;
}

async function shellOver(duration = 60): Promise<Made> {
  const engine = new FakeEngine({ [STREAM]: { duration } });
  await engine.load(
    duration === Infinity ? { type: 'live', url: STREAM } : { type: 'archive', url: STREAM, captions: false },
  );
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  const layer = document.createElement('div');
  layer.className = 'shell';
  const video = document.createElement('video');
  root.append(video, layer);
  const closing = new AbortController();
  createShell({ host, layer, engine, video, signal: closing.signal });
  const button = (title: string): HTMLElement => {
    const found = [...layer.querySelectorAll<HTMLElement>('button')].find((one) => one.title === title);
    if (!found) throw new Error(`There is no button "${title}".`);
    return found;
  };
  await waitUntil(() => layer.querySelector('.vjs-has-started'));
  return { engine, layer, closing, button };
}

describe('shell', () => {
  it('plays and pauses through the port, and shows which', async () => {
    const { engine, button, closing } = await shellOver();
    button('Play').click();
    await waitUntil(() => !engine.paused);
    await waitUntil(() => button('Pause'));
    button('Pause').click();
    await waitUntil(() => engine.paused);
    closing.abort();
  });

  it('shows that it is playing when it comes in the middle', async () => {
    const engine = new FakeEngine({ [STREAM]: { duration: 60 } });
    await engine.load({ type: 'archive', url: STREAM, captions: false });
    await engine.play();
    const host = await fixture<HTMLElement>(html`<div><div class="shell"></div></div>`);
    const layer = host.querySelector<HTMLElement>('.shell');
    const closing = new AbortController();
    if (layer)
      createShell({ host, layer, engine, video: document.createElement('video'), signal: closing.signal });
    await waitUntil(() => layer?.querySelector('button[title="Pause"]'));
    closing.abort();
    engine.pause();
  });

  it('shows no end and no rate for live', async () => {
    const { layer, closing } = await shellOver(Infinity);
    const shows = (selector: string): boolean => layer.querySelector(selector) !== null;
    expect(['.vjs-live', '.vjs-duration', '.vjs-playback-rate'].map(shows)).to.deep.equal([
      true,
      false,
      false,
    ]);
    closing.abort();
  });

  it('has a button for picture-in-picture only where a page may have that', async () => {
    const has = async (): Promise<boolean> => {
      const { layer, closing } = await shellOver();
      const found = layer.querySelector('.vjs-picture-in-picture-control') !== null;
      closing.abort();
      return found;
    };
    expect(await has()).to.equal(true);
    Object.defineProperty(document, 'pictureInPictureEnabled', { configurable: true, value: false });
    expect(await has()).to.equal(false);
    Reflect.deleteProperty(document, 'pictureInPictureEnabled');
  });

  async function liveShell() {
    const engine = await LiveFakeEngine.playing();
    const host = await fixture<HTMLElement>(html`<div style="width: 640px; height: 360px"></div>`);
    const layer = document.createElement('div');
    layer.className = 'shell';
    host.attachShadow({ mode: 'open' }).append(layer);
    const closing = new AbortController();
    const position = new LivePosition(engine, { signal: closing.signal });
    const video = document.createElement('video');
    createShell({ host, layer, engine, video, position, signal: closing.signal });
    const find = (): HTMLElement | null => layer.querySelector('.vitrine-live-badge');
    await waitUntil(find, 'the badge');
    const badge = find() ?? layer;
    const note = (): string => layer.querySelector('.vitrine-live-note')?.textContent ?? '';
    return { engine, layer, position, badge, note, closing };
  }

  it('says whether one is live, and leads back there', async () => {
    const { engine, layer, position, badge, closing } = await liveShell();
    expect(badge.textContent).to.equal('Live');
    expect(badge.getBoundingClientRect().height).to.be.at.least(44);
    await engine.goTo(75);
    expect(badge.textContent).to.equal('Back to live');
    await expect(layer).to.be.accessible();
    badge.click();
    expect(position.isAtLive).to.equal(true);
    await waitUntil(() => engine.currentTime > 95);
    expect(badge.textContent).to.equal('Live');
    closing.abort();
    engine.pause();
  });

  it('tells how far behind the studio the picture is when it is asked, and when it has caught up', async () => {
    const { engine, position, badge, note, closing } = await liveShell();
    badge.click();
    expect(note()).to.match(/^\d+ s behind the studio$/);
    position.catchUp();
    expect(note()).to.equal('Back at the live picture');
    closing.abort();
    engine.pause();
  });

  it('shows a live window on the seek bar once there is somewhere to go', async () => {
    const { engine, layer, closing } = await liveShell();
    engine.tell('progress');
    await waitUntil(() => layer.querySelector('.vjs-liveui'), 'the seek bar');
    closing.abort();
    engine.pause();
  });

  it('is gone with its signal, and leaves the page as it was', async () => {
    const theirs = await fixture(html`<div class="video-js" data-setup="{}"></div>`);
    const { layer, closing } = await shellOver();
    closing.abort();
    expect(layer.childElementCount).to.equal(0);
    expect(theirs.outerHTML).to.include('data-setup="{}"');
    expect(theirs.childElementCount).to.equal(0);
    expect('videojs' in window).to.equal(false);
  });
});
