import { expect, fixture, html } from '@open-wc/testing';
import type { LiveEvent } from '@vitrine/product-cues';
import { PlayerError, type PlayerErrorCode } from '../../media/player-error.ts';
import { createPlayerStore, type PlayerState } from '../../store/player-store.ts';
import { event } from '../../test/fixtures.ts';
import type { Screen } from '../player/screen-of.ts';
import { formatCountdown } from './countdown.ts';
import './vitrine-event-screen.ts';
import type { VitrineEventScreen } from './vitrine-event-screen.ts';
import { waitUntil } from '../../test/wait-until.ts';

async function shown(screen: Screen, state: Partial<PlayerState> = {}): Promise<VitrineEventScreen> {
  const store = createPlayerStore();
  const known = event();
  store.update({ event: known, products: known.products, ...state });
  return fixture<VitrineEventScreen>(html`
    <vitrine-event-screen
      style="position: relative; width: 640px; height: 360px"
      .screen=${screen}
      .state=${store.state}
    ></vitrine-event-screen>
  `);
}

const inSeconds = (seconds: number): LiveEvent =>
  event({
    status: 'scheduled',
    playback: null,
    startsAt: new Date(Date.now() + seconds * 1000).toISOString(),
  });
const textOf = (element: VitrineEventScreen, selector: string): string =>
  element.shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';

describe('<vitrine-event-screen>', () => {
  for (const [screen, state] of [
    ['not-started', { event: inSeconds(4000) }],
    ['offline', {}],
    ['interrupted', {}],
    ['preparing', {}],
    ['ended', { replay: event() }],
    ['error', {}],
  ] as const) {
    it(`is accessible: ${screen}`, async () => {
      await expect(await shown(screen, state)).to.be.accessible();
    });
  }

  it('counts down to the start, each second, without saying so', async () => {
    const element = await shown('not-started', { event: inSeconds(3 * 3600 + 5) });
    expect(textOf(element, 'strong')).to.equal('Spring table');
    const before = textOf(element, '.countdown');
    expect(before).to.match(/^0[23]:\d\d:\d\d$/);
    await waitUntil(() => textOf(element, '.countdown') !== before, 'the next second');
    const countdown = element.shadowRoot?.querySelector('.countdown');
    expect([countdown?.role, countdown?.ariaLive]).to.deep.equal(['timer', 'off']);
  });

  it('counts no further once another screen, or none, has taken its place', async () => {
    const element = await shown('not-started', { event: inSeconds(3600) });
    element.screen = undefined;
    await element.updateComplete;
    let updates = 0;
    element.requestUpdate = () => void updates++;
    const other = await shown('not-started', { event: inSeconds(3600) });
    const first = textOf(other, '.countdown');
    await waitUntil(() => textOf(other, '.countdown') !== first, 'another one counts on');
    const next = textOf(other, '.countdown');
    await waitUntil(() => textOf(other, '.countdown') !== next, 'and on');
    expect(updates).to.equal(0);
  });

  it('says that the show will start by itself once its time has come', async () => {
    const element = await shown('not-started', { event: inSeconds(1) });
    await waitUntil(() => textOf(element, 'p').startsWith('The show will start here'), 'the start');
    expect(textOf(element, '.countdown')).to.equal('');
  });

  it('gives a calendar file, and leaves the focus where it is', async () => {
    const element = await shown('not-started', { event: inSeconds(4000) });
    const button = element.shadowRoot?.querySelector<HTMLElement>('.action');
    const saved: HTMLAnchorElement[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push(this);
    };
    try {
      button?.focus();
      button?.click();
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(saved.map(({ download, protocol }) => [download, protocol])).to.deep.equal([
      ['spring.ics', 'blob:'],
    ]);
    expect(element.shadowRoot?.activeElement).to.equal(button);
  });

  for (const [code, words, button] of [
    ['NETWORK', 'The connection was interrupted', true],
    ['DECODE', 'This part of the video', true],
    ['SOURCE_NOT_FOUND', 'The video cannot be found', true],
    ['SOURCE_FORBIDDEN', 'This video may not be played', false],
    ['SOURCE_UNSUPPORTED', 'This browser cannot play', false],
    ['EVENT_NOT_FOUND', 'This event is no longer here', false],
  ] as const) {
    it(`says in plain words what ${code} means, with a button where another attempt may help`, async () => {
      const error = new PlayerError(code, 'https://cdn.example/secret.m3u8 answered 418.');
      const element = await shown('error', { error });
      expect(textOf(element, '[role=alert]')).to.include(words).and.not.to.include('418');
      expect(!!element.shadowRoot?.querySelector('.action')).to.equal(button);
    });
  }

  /** How often it has tried by itself: to play, and to read the event again. */
  async function triesOnline(code: PlayerErrorCode, state: Partial<PlayerState>): Promise<[number, number]> {
    const element = await shown('error', { ...state, error: new PlayerError(code) });
    const tries: [number, number] = [0, 0];
    element.onRetry = () => (tries[0] += 1);
    element.onReload = () => (tries[1] += 1);
    await element.updateComplete;
    // The second one says nothing new.
    for (let times = 0; times < 2; times += 1) dispatchEvent(new Event('online'));
    element.remove();
    dispatchEvent(new Event('online'));
    return tries;
  }

  it('tries once by itself when the network is back, and plays only for who had asked to play', async () => {
    expect(await triesOnline('NETWORK', { wanted: true })).to.deep.equal([1, 0]);
    expect(await triesOnline('EVENT_NOT_LOADED', { wanted: false })).to.deep.equal([0, 1]);
    expect(await triesOnline('SOURCE_UNSUPPORTED', { wanted: true })).to.deep.equal([0, 0]);
  });

  it('tells what is far away in days', () => {
    expect(formatCountdown(2 * 86_400_000 + 3 * 3_600_000, 'en')).to.equal('2 days 3 hours');
    expect(formatCountdown(86_400_000, 'de')).to.equal('1 Tag');
    expect(formatCountdown(86_400_000, 'de_DE')).to.equal('1 Tag');
    expect(formatCountdown(86_400_000, '123')).to.include('1');
    expect(formatCountdown(59_000, 'en')).to.equal('00:59');
    expect(formatCountdown(3_600_000, 'en')).to.equal('01:00:00');
  });
});
