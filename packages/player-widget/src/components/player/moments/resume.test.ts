import { expect, nextFrame } from '@open-wc/testing';
import '../../../vitrine.ts';
import { answerArchive, openArchive, placeArchive } from '../../../test/archive-page.ts';
import { engineStreams } from '../../../test/engine-streams.ts';
import { until } from '../../../test/happenings.ts';
import type { VitrinePlayer } from '../vitrine-player.ts';

const PLACE = 'vitrine.resume';
const KEY = 'default/spring';
const PAGE = location.href;

let player: VitrinePlayer;

function place(attributes: Readonly<Record<string, string>> = { resume: '' }): Promise<void> {
  player = placeArchive(attributes);
  return openArchive(player);
}
/** A player ends once it is sure that it is not only moved: in the task in which it was removed. */
async function leave(): Promise<void> {
  player.remove();
  await nextFrame();
}
async function playAnother(): Promise<void> {
  player.setAttribute('event-id', 'another');
  await until('the old one has ended', () => !(player.duration > 0));
}
const kept = (): [string, number][] => JSON.parse(localStorage.getItem(PLACE) ?? '[]') as [string, number][];
const keep = (...positions: [string, number][]): void =>
  localStorage.setItem(PLACE, JSON.stringify(positions));
const keptHere = (): number | undefined => kept().find(([key]) => key === KEY)?.[1];
const notice = (): ShadowRoot | null | undefined =>
  player.shadowRoot?.querySelector('vitrine-resume-notice')?.shadowRoot;
const words = (): string => notice()?.querySelector('span')?.textContent ?? '';

/** Counts what reaches for storage, and may refuse it as a browser does. */
function watchStorage(refuse = false): { used: number; restore(): void } {
  const real = Object.getOwnPropertyDescriptor(window, 'localStorage');
  const { localStorage: storage } = window;
  const watch = { used: 0, restore: () => real && Object.defineProperty(window, 'localStorage', real) };
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: () => {
      watch.used += 1;
      if (refuse) throw new DOMException('Access is denied.', 'SecurityError');
      return storage;
    },
  });
  return watch;
}

describe('going on where one left', () => {
  beforeEach(() => answerArchive());
  afterEach(async () => {
    await leave();
    localStorage.removeItem(PLACE);
    history.replaceState(null, '', PAGE);
  });

  it('touches no storage without consent, from the first picture to the removal', async () => {
    keep([KEY, 12]);
    const watch = watchStorage();
    await place({});
    expect(player.currentTime).to.be.lessThan(2);
    player.currentTime = 9;
    await until('it is there', () => player.activeProducts[0]?.id === 'lamp');
    await player.play();
    player.pause();
    document.dispatchEvent(new Event('visibilitychange'));
    await leave();
    watch.restore();
    expect(watch.used).to.equal(0);
    expect(kept()).to.deep.equal([[KEY, 12]]);
  });

  it('keeps where one is, from when the visitor agrees until they do so no more', async () => {
    await place({});
    player.currentTime = 9;
    await until('it is there', () => player.activeProducts[0]?.id === 'lamp');
    player.toggleAttribute('resume', true);
    document.dispatchEvent(new Event('visibilitychange'));
    await until('it is kept', () => keptHere() !== undefined);
    expect(keptHere()).to.be.closeTo(9, 0.2);
    player.toggleAttribute('resume', false);
    player.currentTime = 15;
    await until('it is there', () => player.activeProducts[0]?.id === 'vase');
    await leave();
    expect(keptHere()).to.be.closeTo(9, 0.2);
  });

  it('keeps where one was when the player is removed, or plays something else', async () => {
    for (const end of [leave, playAnother]) {
      await place();
      player.currentTime = 9;
      await until('it is kept', () => keptHere() !== undefined);
      await end();
      expect(keptHere()).to.be.closeTo(9, 0.2);
      await leave();
      localStorage.removeItem(PLACE);
    }
  });

  it('goes on there, says so, and offers the beginning', async () => {
    keep(['other', 3], [KEY, 9]);
    await place();
    expect(player.currentTime).to.be.within(9, 11);
    await until('it is said', () => words() === 'Resumed at 0:09');
    await expect(player).to.be.accessible();
    const button = notice()?.querySelector('button');
    expect(button?.textContent?.trim()).to.equal('From the start');
    button?.focus();
    button?.click();
    await until('it begins', () => player.currentTime === 0 && !notice());
    expect(player.shadowRoot?.activeElement?.className).to.equal('base');
    expect(kept().map(([key]) => key)).to.include('other');
  });

  it('takes the notice away when the viewer goes elsewhere, and says it in their language', async () => {
    keep([KEY, 9]);
    await place({ resume: '', lang: 'de' });
    await until('it is said', () => words() === 'Fortgesetzt bei 0:09');
    player.currentTime = 15;
    await until('it is gone', () => !notice());
  });

  it('lets a link lead elsewhere', async () => {
    keep([KEY, 9]);
    history.replaceState(null, '', new URL('#t=15', PAGE));
    await place();
    expect(player.currentTime).to.be.within(15, 17);
    expect(notice()).to.equal(undefined);
  });

  it('goes before start-time, which begins where nothing was left', async () => {
    keep([KEY, 9]);
    await place({ resume: '', 'start-time': '4' });
    expect(player.currentTime).to.be.within(9, 11);
    await leave();
    localStorage.removeItem(PLACE);
    await place({ resume: '', 'start-time': '4' });
    expect(player.currentTime).to.be.within(4, 6);
  });

  it('forgets what was watched to its end, or hardly begun', async () => {
    for (const seconds of [23.5, 0.5]) {
      keep([KEY, 9], ['other', 3]);
      await place();
      player.currentTime = seconds;
      await until('it is forgotten', () => keptHere() === undefined);
      expect(kept()).to.deep.equal([['other', 3]]);
      await leave();
    }
  });

  it('remembers so many and no more', async () => {
    keep(...Array.from({ length: 60 }, (_, index): [string, number] => [`event-${index}`, 20]));
    await place();
    player.currentTime = 9;
    await until('it is kept', () => keptHere() !== undefined);
    expect(kept()).to.have.length(50);
    expect(kept().at(-1)?.[0]).to.equal(KEY);
  });

  it('survives a browser that refuses, and what others have written there', async () => {
    const watch = watchStorage(true);
    await place();
    player.currentTime = 9;
    await until('it is there', () => player.activeProducts[0]?.id === 'lamp');
    await leave();
    watch.restore();
    expect(watch.used).to.be.greaterThan(0);
    for (const text of [
      '{',
      'null',
      '{"a": 1}',
      `[["${KEY}", "x"]]`,
      `[["${KEY}", 1e9]]`,
      `[["${KEY}", -5]]`,
    ]) {
      localStorage.setItem(PLACE, text);
      await place();
      expect(player.currentTime, text).to.be.lessThan(3);
      await leave();
    }
  }).timeout(60_000);

  it('keeps nothing of a live event', async () => {
    const { live, base } = await engineStreams();
    player = document.createElement('vitrine-player');
    const attributes = {
      src: live,
      'stream-type': 'live',
      'ivs-assets': `${base}ivs`,
      muted: '',
      resume: '',
    };
    for (const [name, value] of Object.entries(attributes)) player.setAttribute(name, value);
    document.body.append(player);
    await player.play();
    await until('it plays', () => player.currentTime > 0.5 && !!player.shadowRoot?.querySelector('video-js'));
    const watch = watchStorage();
    player.pause();
    await leave();
    watch.restore();
    expect([watch.used, localStorage.getItem(PLACE)]).to.deep.equal([0, null]);
  });
});
