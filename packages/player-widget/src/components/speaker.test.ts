import { expect, fixture, html } from '@open-wc/testing';
import { event } from '../test/fixtures.ts';
import { answer, SERVICE } from '../test/mock-requests.ts';
import '../vitrine.ts';
import { VitrinePlayer } from './player/vitrine-player.ts';
import { waitUntil } from '../test/wait-until.ts';

const EVENT = `${SERVICE}/v1/events/spring`;

function playLabel(player: Element): string | null | undefined {
  const facade = player.shadowRoot?.querySelector('vitrine-facade');
  return facade?.shadowRoot?.querySelector('button')?.getAttribute('aria-label');
}

function facts(player: Element): string {
  return player.shadowRoot?.querySelector('vitrine-facade')?.shadowRoot?.textContent ?? '';
}

function player(lang?: string): Promise<VitrinePlayer> {
  const element = document.createElement('vitrine-player');
  for (const [name, value] of Object.entries({ service: SERVICE, 'event-id': 'spring', lang }))
    if (value !== undefined) element.setAttribute(name, value);
  return fixture(element);
}

describe('the language of a player', () => {
  beforeEach(() => answer({ [EVENT]: event() }));

  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('is what its own attribute says, whatever the page speaks', async () => {
    const [german, french] = [await player('de-AT'), await player('fr')];
    await waitUntil(() => /2 Produkte, 22\sMin/i.test(facts(german)), facts(german));
    await waitUntil(() => /2 produits, 22\smin/.test(facts(french)), facts(french));
    expect(playLabel(german)).to.equal('Spring table abspielen');
    expect(playLabel(french)).to.equal('Lire Spring table');
    await expect(german).to.be.accessible();
  });

  it('is else that of what it stands in, out through shadow roots', async () => {
    const box = await fixture(html`<div lang="nl"></div>`);
    const host = box.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
    host.append(await player());
    await waitUntil(
      () => playLabel(host.querySelector('vitrine-player') as Element) === 'Spring table afspelen',
    );
  });

  it('changes with the page, and back', async () => {
    const element = await player();
    await waitUntil(() => playLabel(element) === 'Play Spring table');
    document.documentElement.lang = 'es';
    await waitUntil(() => playLabel(element) === 'Reproducir Spring table');
    element.setAttribute('lang', 'it');
    await waitUntil(() => playLabel(element) === 'Riproduci Spring table');
    element.removeAttribute('lang');
    document.documentElement.lang = 'en';
    await waitUntil(() => playLabel(element) === 'Play Spring table');
  });

  it('runs from right to left where that is how it is written', async () => {
    const element = await player('ar');
    await waitUntil(() => playLabel(element) === 'تشغيل Spring table');
    const base = element.shadowRoot?.querySelector('.base') as HTMLElement;
    expect(getComputedStyle(base).direction).to.equal('rtl');
    expect(facts(element)).to.include('منتجان');
    await expect(element).to.be.accessible();
  });

  it('stays English where we do not speak it, until the page brings words', async () => {
    const element = await player('sv');
    await waitUntil(() => facts(element).includes('2 products'));
    await VitrinePlayer.addLanguage('sv', {
      'Play {title}': 'Spela {title}',
      '{count} products': { one: '{count} produkt', other: '{count} produkter' },
    });
    await waitUntil(() => playLabel(element) === 'Spela Spring table');
    expect(facts(element)).to.include('2 produkter');
  });

  it("takes the page's word for ours, in English too", async () => {
    const [english, german] = [await player('en-GB'), await player('de')];
    await VitrinePlayer.addLanguage('en-GB', { 'Play {title}': 'Watch {title}' });
    await VitrinePlayer.addLanguage('de', { 'Play {title}': '{title} ansehen' });
    await waitUntil(() => playLabel(english) === 'Watch Spring table');
    await waitUntil(() => playLabel(german) === 'Spring table ansehen');
    await waitUntil(() => facts(german).includes('2 Produkte'));
  });

  it('puts what others wrote into words as text', async () => {
    await answer({ [EVENT]: event({ title: '{title}<b>$&' }) });
    const element = await player('en');
    await waitUntil(() => playLabel(element) === 'Play {title}<b>$&');
  });
});
