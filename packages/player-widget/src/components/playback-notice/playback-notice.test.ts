import { expect, fixture, html } from '@open-wc/testing';
import { createPlayerStore, type PlayerStore } from '../../store/player-store.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { tellPlayback } from './tell-playback.ts';
import { waitUntil } from '../../test/wait-until.ts';

const URL_OF_IT = 'https://cdn.example/show.m3u8';

describe('what is said over the picture', () => {
  let life: AbortController;
  let engine: FakeEngine;
  let store: PlayerStore;
  let base: HTMLElement;

  beforeEach(async () => {
    life = new AbortController();
    store = createPlayerStore();
    const host = await fixture<HTMLElement>(html`<div></div>`);
    base = document.createElement('div');
    base.className = 'base';
    base.tabIndex = -1;
    host.attachShadow({ mode: 'open' }).append(base);
    engine = new FakeEngine({ [URL_OF_IT]: { duration: 60 } });
    await engine.load({ type: 'archive', url: URL_OF_IT, captions: false });
    tellPlayback({ host, engine, store, signal: life.signal });
    await notice().updateComplete;
  });
  afterEach(async () => {
    life.abort();
    await engine.destroy();
  });

  const notice = () =>
    base.querySelector('vitrine-playback-notice') as HTMLElement & { updateComplete: unknown };
  const said = (): string => notice().querySelector('.word')?.textContent ?? '';
  const button = (): HTMLElement | null => notice().querySelector('button');

  function reconnect(is: boolean): void {
    engine.reconnecting = is;
    engine.tell('reconnectingchange');
  }

  it('is accessible', async () => {
    engine.muted = true;
    store.update({ silenced: true });
    await waitUntil(button);
    await Promise.all(
      notice()
        .getAnimations({ subtree: true })
        .map(({ finished }) => finished),
    );
    await expect(notice()).to.be.accessible();
  });

  it('says that it reconnects once the picture has stood still for a while, and no longer when it moves', async () => {
    await engine.play();
    reconnect(true);
    // What is buffered plays on for longer than anybody would wait in silence.
    const since = engine.currentTime;
    await waitUntil(() => engine.currentTime > since + 1.8, 'it plays on');
    expect(said()).to.equal('');
    engine.freeze();
    const stoodAt = performance.now();
    await waitUntil(said, 'a word');
    expect(performance.now() - stoodAt).to.be.greaterThan(1_000);
    expect(said()).to.equal('Reconnecting…');
    expect(notice().hasAttribute('reconnecting')).to.equal(true);
    engine.currentTime += 0.1;
    await waitUntil(() => !said(), 'silence again');
  });

  it('says nothing to who has paused', async () => {
    await engine.play();
    engine.freeze();
    reconnect(true);
    await waitUntil(said, 'a word');
    engine.pause();
    await waitUntil(() => !said(), 'silence');
  });

  it('offers the sound that the browser holds back, and leaves the focus with the player', async () => {
    expect(button()).to.equal(null);
    engine.muted = true;
    store.update({ silenced: true });
    await waitUntil(button, 'the button');
    expect(button()?.textContent?.trim()).to.equal('Tap for sound');
    button()?.focus();
    button()?.click();
    expect(engine.muted).to.equal(false);
    await waitUntil(() => !button(), 'it goes');
    expect((base.getRootNode() as ShadowRoot).activeElement).to.equal(base);
    expect(store.state.silenced).to.equal(false);
  });

  it('offers it, too, where a player took the sound away by itself', async () => {
    const host = await fixture<HTMLElement>(html`<div autoplay></div>`);
    host.attachShadow({ mode: 'open' }).innerHTML = '<div class="base"></div>';
    engine.muted = true;
    tellPlayback({ host, engine, store, signal: life.signal });
    await waitUntil(() => host.shadowRoot?.querySelector('vitrine-playback-notice button'), 'the button');
  });

  it('goes with the source', () => {
    life.abort();
    expect(notice()).to.equal(null);
  });
});
