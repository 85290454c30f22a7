import { expect } from '@open-wc/testing';
import '../../vitrine.ts';
import { answerArchive, FILES, openArchive, placeArchive } from '../../test/archive-page.ts';
import { product } from '../../test/fixtures.ts';
import { until } from '../../test/happenings.ts';
import { CDN, SERVICE } from '../../test/mock-requests.ts';
import { deep } from '../../test/stage.ts';
import type { VitrinePlayer } from './vitrine-player.ts';

const CATALOGUE = `${CDN}/catalogue.json`;
const online = (): boolean => dispatchEvent(new Event('online'));

let player: VitrinePlayer;
let told: string[];

/** On the page; what it tells a developer is kept. */
function place(attributes: Readonly<Record<string, string>> = {}): void {
  player = placeArchive(attributes);
  told = [];
  player.addEventListener('vitrine-error', ({ detail: { code } }) => told.push(code));
}

const titles = (): string[] => player.activeProducts.map(({ title }) => title);
const screen = (): string =>
  deep(player.shadowRoot ?? player, 'vitrine-event-screen')?.shadowRoot?.textContent ?? '';

describe('JSON that does not come', () => {
  afterEach(() => player.remove());

  it('keeps no video from playing, and a timeline is taken in as soon as it can be had', async () => {
    await answerArchive({ [FILES.timeline]: 503 });
    place({ 'start-time': '9' });
    await openArchive(player);
    expect(told).to.deep.equal(['TIMELINE_NOT_LOADED']);
    expect(titles()).to.deep.equal([]);
    await answerArchive();
    await until('its products are shown', () => (online(), titles().length === 2));
    expect(player.diagnostics.cues.archive).to.equal(4);
    expect(told).to.deep.equal(['TIMELINE_NOT_LOADED']);
  });

  it('is a catalogue of the page’s own: the event’s products stay until it can be had', async () => {
    await answerArchive({ [CATALOGUE]: 503 });
    place({ 'start-time': '9', catalogue: CATALOGUE });
    await openArchive(player);
    expect(told).to.deep.equal(['CATALOGUE_NOT_LOADED']);
    await until('a product is shown', () => titles().length === 2);
    const products = ['mug', 'lamp'].map((id) => ({ ...product(id), title: `The page’s ${id}` }));
    await answerArchive({ [CATALOGUE]: { products } });
    await until('the page’s are', () => (online(), titles()[0] === 'The page’s lamp'));
  });

  it('is the event itself: its screen stays until it is seen to be there, and then goes by itself', async () => {
    const { asked } = await answerArchive({ [`${SERVICE}/v1/events/spring`]: 503 });
    place();
    await until('it is said', () => screen().includes('The connection was interrupted'));
    expect(told).to.deep.equal(['EVENT_NOT_LOADED']);
    await until('it was looked for once more', () => asked.length > 1);
    expect(screen()).to.include('The connection was interrupted');
    expect(told, 'in quiet').to.have.length(1);
    await answerArchive();
    await until('it has gone', () => !screen().includes('The connection'));
    expect(player.shadowRoot?.querySelector('vitrine-event-screen')?.hasAttribute('hidden')).to.equal(true);
  }).timeout(60_000);
});
