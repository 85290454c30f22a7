import { expect } from '@open-wc/testing';
import { PlayerError } from '../media/player-error.ts';
import { event, product } from '../test/fixtures.ts';
import { answer, CDN, SERVICE } from '../test/mock-requests.ts';
import { loadEvent } from './event-client.ts';
import type { EventSettings } from './event-settings.ts';

const NOTHING: EventSettings = {
  service: undefined,
  cdn: undefined,
  eventId: undefined,
  src: undefined,
  streamType: 'on-demand',
  timeline: undefined,
  catalogue: undefined,
};

function load(settings: Partial<EventSettings>, problems: PlayerError[] = []): ReturnType<typeof loadEvent> {
  const { signal } = new AbortController();
  return loadEvent({ ...NOTHING, ...settings }, { signal, onProblem: (problem) => problems.push(problem) });
}

async function codeOf(loading: Promise<unknown>): Promise<string | undefined> {
  return loading.then(
    () => undefined,
    (error: unknown) => (error instanceof PlayerError ? error.code : String(error)),
  );
}

describe('loadEvent', () => {
  it('takes relative URLs from where the file lies', async () => {
    await answer({
      [`${CDN}/media/v1/events/spring`]: event({
        poster: '../../archive/poster.jpg',
        timelineUrl: '../../archive/timeline.json',
        playback: {
          type: 'archive',
          url: '../../archive/show.m3u8',
          duration: 60,
          captions: false,
          thumbnailsUrl: '../../archive/thumbnails.vtt',
          chaptersUrl: 'javascript:alert(1)',
        },
        products: [product('mug', { images: ['../../mug.jpg', 'javascript:alert(1)'] })],
      }),
    });
    const loaded = await load({ cdn: `${CDN}/media/`, eventId: 'spring' });
    expect(loaded.poster).to.equal(`${CDN}/media/archive/poster.jpg`);
    expect(loaded.timelineUrl).to.equal(`${CDN}/media/archive/timeline.json`);
    expect(loaded.playback).to.deep.equal({
      type: 'archive',
      url: `${CDN}/media/archive/show.m3u8`,
      duration: 60,
      captions: false,
      thumbnailsUrl: `${CDN}/media/archive/thumbnails.vtt`,
    });
    expect(loaded.products[0]?.images).to.deep.equal([`${CDN}/media/mug.jpg`]);
  });

  it('asks the CDN where the service gives no event', async () => {
    await answer({
      [`${SERVICE}/v1/events/a%20b`]: { not: 'an event' },
      [`${CDN}/v1/events/a%20b`]: event(),
    });
    expect((await load({ service: SERVICE, cdn: CDN, eventId: 'a b' })).id).to.equal('spring');
  });

  it('believes a service that says there is no such event', async () => {
    const { asked } = await answer({ [`${SERVICE}/v1/events/x`]: 404, [`${CDN}/v1/events/x`]: event() });
    expect(await codeOf(load({ service: SERVICE, cdn: CDN, eventId: 'x' }))).to.equal('EVENT_NOT_FOUND');
    expect(asked).to.deep.equal([`${SERVICE}/v1/events/x`]);
  });

  it('names the first failure when both fail', async () => {
    await answer({ [`${SERVICE}/v1/events/x`]: { not: 'an event' }, [`${CDN}/v1/events/x`]: 500 });
    expect(await codeOf(load({ service: SERVICE, cdn: CDN, eventId: 'x' }))).to.equal('EVENT_INVALID');
  });

  it('puts an event together from the attributes alone', async () => {
    const catalogue = `${CDN}/catalogue.json`;
    await answer({ [catalogue]: { products: [product('mug', { url: '/mug' })] } });
    const loaded = await load({ src: `${CDN}/show.m3u8`, timeline: `${CDN}/timeline.json`, catalogue });
    expect(loaded.playback).to.include({ type: 'archive', url: `${CDN}/show.m3u8` });
    expect(loaded.timelineUrl).to.equal(`${CDN}/timeline.json`);
    expect(loaded.products[0]?.url).to.equal(`${CDN}/mug`);
    expect((await load({ src: `${CDN}/on-air.m3u8`, streamType: 'live' })).playback?.type).to.equal('live');
  });

  it('plays without a catalogue that cannot be had, and tells', async () => {
    await answer({ [`${CDN}/catalogue.json`]: 500 });
    const problems: PlayerError[] = [];
    const loaded = await load({ src: `${CDN}/show.m3u8`, catalogue: `${CDN}/catalogue.json` }, problems);
    expect(loaded.products).to.deep.equal([]);
    expect(problems.map(({ code }) => code)).to.deep.equal(['CATALOGUE_NOT_LOADED']);
  });
});
