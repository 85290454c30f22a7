import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { event, product } from '../../test/fixtures.ts';
import { answer, CDN, SERVICE } from '../../test/mock-requests.ts';
import '../../vitrine.ts';
import type { VitrinePlayer } from './vitrine-player.ts';
import { waitUntil } from '../../test/wait-until.ts';

const EVENT = `${SERVICE}/v1/events/spring`;

function inFacade(player: VitrinePlayer): ShadowRoot {
  return player.shadowRoot?.querySelector('vitrine-facade')?.shadowRoot as ShadowRoot;
}

function onScreen(player: VitrinePlayer): string {
  return player.shadowRoot?.querySelector('vitrine-event-screen')?.shadowRoot?.textContent ?? '';
}

/** Collects codes of `vitrine-error` from now on. */
function errorCodes(): string[] {
  const codes: string[] = [];
  addEventListener('vitrine-error', ({ detail }) => void codes.push(detail.code));
  return codes;
}

describe('<vitrine-player>', () => {
  it('is accessible as a facade', async () => {
    await answer({ [EVENT]: event() });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => inFacade(player).textContent?.includes('Spring table'));
    await expect(player).to.be.accessible();
  });

  it('says what is known before anything plays', async () => {
    await answer({ [EVENT]: event() });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => inFacade(player).textContent?.includes('Spring table'));
    expect(inFacade(player).textContent).to.include('2 products, 22 min');
    expect(inFacade(player).querySelector('button')?.ariaLabel).to.equal('Play Spring table');
  });

  it('has its size before it knows anything', async () => {
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player
        preload="none"
        service=${SERVICE}
        event-id="spring"
        style="width: 640px"
      ></vitrine-player>`,
    );
    expect(player.getBoundingClientRect().height).to.equal(360);
  });

  it('asks for nothing with preload="none"', async () => {
    const { asked } = await answer({ [EVENT]: event() });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player preload="none" service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    // A player that asks does so first: its answer tells that the silent one had its turn.
    const other = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => inFacade(other).textContent?.includes('Spring table'));
    expect(asked).to.have.length(1);
    expect(inFacade(player).textContent).not.to.include('Spring table');
  });

  for (const attributes of ['preload="auto"', 'autoplay muted', 'mini-player autoplay muted'])
    it(`asks for nothing in a part of the page that is not displayed, and begins when it is: ${attributes}`, async () => {
      const { asked } = await answer({ [EVENT]: event({ status: 'scheduled', playback: null }) });
      const part = await fixture<HTMLElement>(html`<div style="display: none"></div>`);
      part.innerHTML = `<vitrine-player service="${SERVICE}" event-id="spring" ${attributes}></vitrine-player>`;
      const other = await fixture<VitrinePlayer>(
        html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
      );
      await waitUntil(() => onScreen(other).includes('Spring table'));
      expect(asked).to.have.length(1);
      other.remove();
      part.style.display = 'block';
      const player = part.querySelector('vitrine-player') as VitrinePlayer;
      await waitUntil(() => onScreen(player).includes('Spring table'));
      expect(asked).to.have.length(2);
    });

  for (const attributes of ['preload="auto"', 'autoplay muted'])
    it(`asks for nothing in a tab that nobody has looked at, and begins when somebody does: ${attributes}`, async () => {
      const { asked } = await answer({ [EVENT]: event({ status: 'scheduled', playback: null }) });
      const other = await fixture<VitrinePlayer>(
        html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
      );
      const part = await fixture<HTMLElement>(html`<div></div>`);
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      try {
        part.innerHTML = `<vitrine-player service="${SERVICE}" event-id="spring" ${attributes}></vitrine-player>`;
        const player = part.querySelector('vitrine-player') as VitrinePlayer;
        // The other one, which was there before, has its turn with all that watching takes.
        await waitUntil(() => onScreen(other).includes('Spring table'));
        expect(asked).to.have.length(1);
        Reflect.deleteProperty(document, 'hidden');
        document.dispatchEvent(new Event('visibilitychange'));
        await waitUntil(() => onScreen(player).includes('Spring table'));
        expect(asked).to.have.length(2);
      } finally {
        Reflect.deleteProperty(document, 'hidden');
      }
    });

  it('finds the event on the CDN when the service is gone', async () => {
    await answer({ [EVENT]: 503, [`${CDN}/v1/events/spring`]: event({ title: 'From the CDN' }) });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} cdn=${CDN} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => inFacade(player).textContent?.includes('From the CDN'));
  });

  it('says in plain words that an event cannot be had, and tries again when asked to', async () => {
    await answer({ [EVENT]: 500 });
    const codes = errorCodes();
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => onScreen(player).includes('This video is not playing'));
    expect(codes).to.deep.equal(['EVENT_NOT_LOADED']);
    await expect(player).to.be.accessible();

    await answer({ [EVENT]: event({ status: 'scheduled', playback: null }) });
    const screen = player.shadowRoot?.querySelector('vitrine-event-screen')?.shadowRoot;
    screen?.querySelector<HTMLElement>('.action')?.click();
    await waitUntil(() => onScreen(player).includes('Spring table'));
  });

  for (const [what, body, code] of [
    ['JSON of something else', { hello: 'world' }, 'EVENT_INVALID'],
    ['an answer that says there is no such event', 404, 'EVENT_NOT_FOUND'],
  ] as const) {
    it(`survives ${what}`, async () => {
      await answer({ [EVENT]: body });
      const codes = errorCodes();
      await fixture(html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`);
      await waitUntil(() => codes.includes(code));
    });
  }

  it('survives an answer that is no JSON', async () => {
    await answer({ [EVENT]: '{"id": "spri' });
    const codes = errorCodes();
    await fixture(html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`);
    await waitUntil(() => codes.includes('EVENT_NOT_LOADED'));
  });

  it('shows that it is loading once somebody has pressed play', async () => {
    // Nothing is playable here: what counts is the time until that is known.
    await answer({ [EVENT]: event() });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player preload="none" service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    const button = inFacade(player).querySelector('button');
    expect(button?.ariaBusy).to.equal('false');
    button?.click();
    await player.updateComplete;
    await waitUntil(() => button?.ariaBusy === 'true');
    player.pause();
    await waitUntil(() => button?.ariaBusy === 'false');
  });

  it('keeps the focus when the screen that held it goes', async () => {
    await answer({ [EVENT]: 500 });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => onScreen(player).includes('This video is not playing'));
    await answer({ [EVENT]: event() });
    const screen = player.shadowRoot?.querySelector<LitElement>('vitrine-event-screen');
    const retry = screen?.shadowRoot?.querySelector<HTMLElement>('.action');
    retry?.focus();
    retry?.click();
    await player.updateComplete;
    expect(screen?.hasAttribute('hidden')).to.equal(true);
    await screen?.updateComplete;
    expect(player.shadowRoot?.activeElement?.className).to.equal('base');
  });

  it('shows an event without products', async () => {
    await answer({ [EVENT]: event({ products: [] }) });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => inFacade(player).textContent?.includes('Spring table'));
    expect(inFacade(player).textContent).not.to.include('product');
    expect(player.activeProducts).to.deep.equal([]);
  });

  it('keeps hostile text as text', async () => {
    const title = '<img src=x onerror="window.pwned = true"><b id="injected">';
    await answer({
      [EVENT]: event({ title, poster: 'javascript:window.pwned = true', products: [product('mug')] }),
    });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => inFacade(player).textContent?.includes('onerror'));
    expect(inFacade(player).querySelector('#injected, img')).to.equal(null);
    expect('pwned' in window).to.equal(false);
  });

  it('tells which attribute is wrong, and what would be right', async () => {
    await answer({ [EVENT]: event() });
    const told = oneEvent(window, 'vitrine-error');
    await fixture(
      html`<vitrine-player service=${SERVICE} event-id="spring" preload="some"></vitrine-player>`,
    );
    const { detail } = await told;
    expect(detail).to.include({ code: 'ATTRIBUTE_INVALID', fatal: false });
    expect(detail.message).to.include('preload="some" should be "none", "metadata" or "auto"');
  });

  it('tells once that there is nothing to play', async () => {
    const codes = errorCodes();
    const player = await fixture<VitrinePlayer>(html`<vitrine-player></vitrine-player>`);
    await waitUntil(() => codes.length > 0);
    player.poster = 'https://shop.example/poster.jpg';
    await player.updateComplete;
    player.requestUpdate();
    await player.updateComplete;
    expect(codes).to.deep.equal(['ATTRIBUTE_INVALID']);
  });

  it('waits for an event that has not begun, and stops asking once it is removed', async () => {
    const liveStateUrl = `${SERVICE}/v1/events/spring/live.json`;
    const scheduled = event({ status: 'scheduled', playback: null, liveStateUrl });
    const state = {
      vitrine: 1,
      status: 'scheduled',
      cue: null,
      programTime: null,
      updatedAt: '2026-03-05T08:00:00Z',
    };
    const { asked } = await answer({ [EVENT]: scheduled, [liveStateUrl]: state });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => asked.includes(liveStateUrl));
    await waitUntil(() => onScreen(player).includes('Spring table'));
    player.remove();
    // Another player goes on asking: by its second answer the first would have asked again too.
    await fixture(html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`);
    const readings = (): number => asked.filter((url) => url === liveStateUrl).length;
    await waitUntil(() => readings() >= 3, 'a second reading');
    expect(readings()).to.equal(3);
  });

  it('reads the event again by itself when the network is back, and plays nothing unasked', async () => {
    await answer({ [EVENT]: 503 });
    const player = await fixture<VitrinePlayer>(
      html`<vitrine-player service=${SERVICE} event-id="spring"></vitrine-player>`,
    );
    await waitUntil(() => onScreen(player).includes('The connection was interrupted'));
    await answer({ [EVENT]: event() });
    dispatchEvent(new Event('online'));
    await waitUntil(() => inFacade(player).textContent?.includes('Spring table'));
    expect(inFacade(player).querySelector('button')?.ariaBusy).to.equal('false');
  });

  it('loads nothing heavy by itself for who saves data, and says why', async () => {
    const { asked } = await answer({ [EVENT]: event() });
    const before = Object.getOwnPropertyDescriptor(navigator, 'connection');
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } });
    try {
      const player = await fixture<VitrinePlayer>(
        html`<vitrine-player
          autoplay
          muted
          preload="auto"
          service=${SERVICE}
          event-id="spring"
        ></vitrine-player>`,
      );
      await waitUntil(() => inFacade(player).textContent?.includes('Data saver is on'));
      await expect(player).to.be.accessible();
      expect(inFacade(player).querySelector('button')?.ariaBusy).to.equal('false');
      expect(asked).to.deep.equal([EVENT]);
      expect(player.paused).to.equal(true);
      expect(player.diagnostics.engine).to.equal(undefined);
    } finally {
      if (before) Object.defineProperty(navigator, 'connection', before);
      else Reflect.deleteProperty(navigator, 'connection');
    }
  });

  it('keeps its settings before there is an engine', async () => {
    const player = await fixture<VitrinePlayer>(html`<vitrine-player preload="none" muted></vitrine-player>`);
    expect(player.muted).to.equal(true);
    player.muted = false;
    player.volume = 0.4;
    expect([player.muted, player.volume, player.paused, player.currentTime]).to.deep.equal([
      false,
      0.4,
      true,
      0,
    ]);
  });
});
