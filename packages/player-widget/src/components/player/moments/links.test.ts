import { expect } from '@open-wc/testing';
import '../../../vitrine.ts';
import { answerArchive, FILES, openArchive, placeArchive } from '../../../test/archive-page.ts';
import { until } from '../../../test/happenings.ts';
import type { VitrinePlayer } from '../vitrine-player.ts';

const PAGE = location.href;
let players: VitrinePlayer[] = [];

/** A player on the page, and what it tells a developer. */
function place(attributes: Readonly<Record<string, string>> = {}): { player: VitrinePlayer; told: string[] } {
  const player = placeArchive(attributes);
  const told: string[] = [];
  player.addEventListener('vitrine-error', ({ detail: { code, message, fatal } }) =>
    told.push(`${code} ${fatal} ${message}`),
  );
  players.push(player);
  return { player, told };
}

/** The page's address before any script has looked at it. */
function arrive(fragment: string): void {
  history.replaceState(null, '', new URL(fragment, PAGE));
}

/**
 * Resolves when the picture of this time is there, with its product. Some seconds later will do: on a busy machine a player plays on
 * for a while before it is paused, and no two times of these tests are nearer to each other.
 */
async function shows(player: VitrinePlayer, seconds: number, product: string | undefined): Promise<void> {
  await until(
    () =>
      `${seconds} s with ${product} is shown, rather than ${player.currentTime} s with ${player.activeProducts[0]?.id}`,
    () =>
      player.currentTime > seconds - 0.1 &&
      player.currentTime < seconds + 3 &&
      player.activeProducts[0]?.id === product,
  );
}

describe('links to a moment', () => {
  beforeEach(() => answerArchive());
  afterEach(() => {
    for (const player of players) player.remove();
    players = [];
    arrive('#');
  });

  it('begin where they say, before start-time, and leave the address as it is', async () => {
    arrive('#reviews&t=0:10');
    const { player, told } = place({ 'start-time': '16' });
    await openArchive(player);
    await shows(player, 10, 'lamp');
    expect(location.hash).to.equal('#reviews&t=0:10');
    expect(told).to.deep.equal([]);
  });

  it('leave it to start-time, which counts as absent behind the end, and says so', async () => {
    const { player, told } = place({ 'start-time': '99' });
    await openArchive(player);
    await until('it plays from the beginning', () => player.currentTime > 0 && player.currentTime < 5);
    expect(player.ended).to.equal(false);
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/^ATTRIBUTE_INVALID false .*start-time="99" should be before the end .* at \d+/);
  });

  it('lead to a product’s first picture, never to the one before', async () => {
    arrive('#product=vase');
    const { player } = place({ preload: 'auto' });
    await until('it is open', () => player.currentTime > 0);
    expect(player.currentTime).to.be.within(14.001, 14.016);
    await shows(player, 14, 'vase');
  });

  it('mean a time where they name both, and end where they say', async () => {
    arrive('#product=vase&t=4,4.5');
    const { player } = place();
    await openArchive(player);
    await shows(player, 4, 'mug');
    await player.play();
    await until('it stands', () => player.paused);
    expect(player.currentTime).to.be.within(4.45, 5.2);
    // Whoever plays on watches on.
    await player.play();
    await until('it goes on', () => player.currentTime > 5.5);
  });

  it('forget their end where the viewer goes elsewhere', async () => {
    arrive('#t=4,5');
    const { player } = place();
    await openArchive(player);
    player.currentTime = 12;
    await player.play();
    await until('it plays', () => player.currentTime > 12.5);
    expect(player.paused).to.equal(false);
  });

  it('are followed by a player that is open when the address changes, and once', async () => {
    const { player, told } = place();
    await openArchive(player);
    location.hash = '#product=lamp';
    await shows(player, 8, 'lamp');
    location.hash = '#t=15';
    await shows(player, 15, 'vase');
    location.hash = '#reviews';
    player.currentTime = 3;
    await shows(player, 3, 'mug');
    expect(told).to.deep.equal([]);
  });

  it('are not followed again by what is played after', async () => {
    arrive('#t=10');
    const { player } = place();
    await openArchive(player);
    await shows(player, 10, 'lamp');
    player.eventId = 'spring';
    player.startTime = '3';
    player.cdn = 'https://cdn.example';
    await player.updateComplete;
    await openArchive(player);
    await shows(player, 3, 'mug');
  });

  for (const [fragment, named] of [
    ['#product=teapot', '#product=teapot should be the id of a product that this event shows'],
    ['#t=5:99', '#t=5:99 should be seconds'],
    ['#t=300', '#t=300 should be before the end of the video'],
    ['#product=%', '#product=% should be'],
  ] as const) {
    it(`are named to a developer where they lead nowhere: ${fragment}`, async () => {
      arrive(fragment);
      const { player, told } = place({ 'start-time': '9' });
      await openArchive(player);
      await shows(player, 9, 'lamp');
      expect(told).to.have.length(1);
      expect(told[0])
        .to.match(/^LINK_INVALID false /)
        .and.to.include(named);
    });
  }

  it('wait for the times of products where those come late', async () => {
    await answerArchive({ [FILES.timeline]: 503 });
    arrive('#product=vase');
    const { player, told } = place();
    await openArchive(player);
    expect(told.map((text) => text.split(' ')[0])).to.deep.equal(['TIMELINE_NOT_LOADED']);
    await answerArchive();
    await until('it is there', () => (dispatchEvent(new Event('online')), player.currentTime > 13));
    await shows(player, 14, 'vase');
    expect(told).to.have.length(1);
  });

  it('belong to the page where they are not about players', async () => {
    arrive('#/shop?product=mug');
    const { player, told } = place();
    await openArchive(player);
    location.hash = '#size=t=5';
    await until('the address has changed', () => location.hash === '#size=t=5');
    expect(player.currentTime).to.be.lessThan(2);
    expect(told).to.deep.equal([]);
  });

  it('mean the first of several players, the one that is named, or all that show a product', async () => {
    const first = place({ id: 'one' });
    const second = place({ id: 'two' });
    await openArchive(first.player);
    await openArchive(second.player);
    location.hash = '#t=10';
    await shows(first.player, 10, 'lamp');
    expect(second.player.currentTime).to.be.lessThan(2);
    location.hash = '#id=two&t=15';
    await shows(second.player, 15, 'vase');
    expect(first.player.currentTime).to.be.within(10, 11);
    location.hash = '#product=mug';
    await shows(first.player, 2, 'mug');
    await shows(second.player, 2, 'mug');
    location.hash = '#product=teapot';
    await until('it is told', () => first.told.length + second.told.length > 0);
    expect([first.told.length, second.told.length]).to.deep.equal([1, 0]);
  });
});
