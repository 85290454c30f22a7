import { expect, fixture, html } from '@open-wc/testing';
import { PlayerError } from '../../media/player-error.ts';
import { createPlayerStore, type PlayerStore } from '../../store/player-store.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { event } from '../../test/fixtures.ts';
import { readAttributes } from './attributes.ts';
import { EventWatch } from './event-watch.ts';

const URL_OF_IT = 'https://cdn.example/show.m3u8';
const SOURCE = { type: 'archive', url: URL_OF_IT, captions: false } as const;

/** As a browser does that waits for a tap. */
class RefusingEngine extends FakeEngine {
  override play(): Promise<void> {
    return Promise.reject(new DOMException('play() needs a tap', 'NotAllowedError'));
  }
}

/** As a browser does that lets nothing be heard before a tap. */
class SilencingEngine extends FakeEngine {
  override play(): Promise<void> {
    if (this.muted) return super.play();
    return Promise.reject(new DOMException('play() needs a tap', 'NotAllowedError'));
  }
}

describe('EventWatch', () => {
  let life: AbortController;
  let store: PlayerStore;
  let problems: PlayerError[];
  beforeEach(() => {
    life = new AbortController();
    store = createPlayerStore();
    problems = [];
  });
  afterEach(() => life.abort());

  async function watching(autoplay = false): Promise<EventWatch> {
    const host = await fixture<HTMLElement>(html`<div .startTime=${3} ?autoplay=${autoplay}></div>`);
    return new EventWatch({
      attributes: readAttributes(host),
      host,
      video: document.createElement('video'),
      layer: document.createElement('div'),
      store,
      base: new URL(document.baseURI),
      reload: async () => undefined,
      onEvent: () => undefined,
      onProblem: (problem) => {
        problems.push(problem);
        if (problem.fatal) store.update({ error: problem });
      },
      signal: life.signal,
    });
  }

  function open(watch: EventWatch, engine: FakeEngine, closing: AbortController) {
    return watch.open(SOURCE, event(), closing.signal, async () => engine);
  }

  it('is silent after a fatal error, and goes on from there when it is opened again', async () => {
    const watch = await watching();
    const first = new FakeEngine({ [URL_OF_IT]: { duration: 60 } });
    const closing = new AbortController();
    await open(watch, first, closing);
    // Into the picture that begins there.
    expect(first.currentTime).to.be.within(3.001, 3.016);
    await first.play();
    first.currentTime = 40;
    first.fail(new PlayerError('NETWORK'));
    expect(first.paused).to.equal(true);
    closing.abort();
    store.update({ engine: undefined, error: undefined });

    const second = new FakeEngine({ [URL_OF_IT]: { duration: 60 } });
    await open(watch, second, life);
    expect(second.currentTime).to.be.within(40, 41);
  });

  it('goes on by itself after a fatal error for whoever was playing, and not for who had paused', async () => {
    for (const paused of [false, true]) {
      const watch = await watching();
      const engine = new FakeEngine({ [URL_OF_IT]: { duration: 60 } });
      const closing = new AbortController();
      await open(watch, engine, closing);
      store.update({ wanted: true, hasPicture: true });
      await engine.play();
      if (paused) engine.pause();
      // As where the buffer has run dry.
      else store.update({ rebuffering: true });
      engine.fail(new PlayerError('NETWORK'));
      store.update({ rebuffering: false });
      expect(store.state.wanted).to.equal(!paused);
      closing.abort();
      store.update({ engine: undefined, error: undefined });
    }
  });

  it('tells that the browser waits for a tap, and leaves the play button', async () => {
    const watch = await watching();
    const engine = new RefusingEngine({ [URL_OF_IT]: { duration: 60 } });
    await open(watch, engine, life);
    store.update({ wanted: true });
    await watch.play(engine);
    expect(problems.map(({ code, fatal }) => [code, fatal])).to.deep.equal([['AUTOPLAY_REFUSED', false]]);
    expect(store.state.wanted).to.equal(false);
  });

  it('plays without sound what a page wants to play by itself, and leaves the sound to a tap', async () => {
    const watch = await watching(true);
    const engine = new SilencingEngine({ [URL_OF_IT]: { duration: 60 } });
    await open(watch, engine, life);
    store.update({ wanted: true });
    await watch.play(engine);
    expect([engine.paused, engine.muted]).to.deep.equal([false, true]);
    expect([store.state.wanted, store.state.silenced]).to.deep.equal([true, true]);
    expect(problems.map(({ code }) => code)).to.deep.equal(['AUTOPLAY_REFUSED']);
  });

  it('does not take the sound from who has not asked for it to play by itself, nor where that helps nothing', async () => {
    for (const [autoplay, Engine] of [
      [false, SilencingEngine],
      [true, RefusingEngine],
    ] as const) {
      const watch = await watching(autoplay);
      const engine = new Engine({ [URL_OF_IT]: { duration: 60 } });
      const closing = new AbortController();
      await open(watch, engine, closing);
      store.update({ wanted: true });
      await watch.play(engine);
      expect([engine.paused, engine.muted, store.state.wanted]).to.deep.equal([true, false, false]);
      closing.abort();
      store.update({ engine: undefined });
    }
  });
});
