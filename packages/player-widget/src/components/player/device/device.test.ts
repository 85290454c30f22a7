import { addCue, EMPTY_TIMELINE, type Timeline } from '@vitrine/product-cues';
import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { FakeEngine } from '../../../test/fake-engine.ts';
import { event, product } from '../../../test/fixtures.ts';
import { until } from '../../../test/happenings.ts';
import { joinMediaSession } from './media-session.ts';
import { keepAwake } from './wake-lock.ts';

/** Stands in for something of the browser's until the test is over. */
function replace(target: object, name: string, value: unknown): () => void {
  Object.defineProperty(target, name, { configurable: true, value });
  return () => void Reflect.deleteProperty(target, name);
}

async function open(duration = 100): Promise<FakeEngine> {
  const engine = new FakeEngine({ show: { duration } });
  await engine.load({ type: duration === Infinity ? 'live' : 'archive', url: 'show', captions: false });
  return engine;
}

describe('a media session', () => {
  const handlers = new Map<string, MediaSessionActionHandler>();
  let putBack: () => void;

  before(() => {
    const { setActionHandler } = MediaSession.prototype;
    putBack = replace(
      navigator.mediaSession,
      'setActionHandler',
      (...[action, handler]: [MediaSessionAction, MediaSessionActionHandler | null]) => {
        if (handler) handlers.set(action, handler);
        else handlers.delete(action);
        setActionHandler.call(navigator.mediaSession, action, handler);
      },
    );
  });
  after(() => putBack());

  const cues = [
    { n: 1, time: 10, show: ['mug'], origin: 'archive' as const },
    { n: 2, time: 40, show: ['lamp'], origin: 'archive' as const },
  ];
  const timeline = cues.reduce<Timeline>(addCue, EMPTY_TIMELINE);

  function join(engine: FakeEngine, title: string): AbortController {
    const life = new AbortController();
    const host = document.createElement('div');
    host.setAttribute('poster', 'https://cdn.example/poster.jpg');
    const products = [product('mug'), product('lamp')];
    joinMediaSession({
      host,
      engine,
      event: event({ title, products }),
      timeline: () => timeline,
      signal: life.signal,
    });
    return life;
  }

  const act = (action: MediaSessionAction, details: object = {}): void =>
    handlers.get(action)?.({ action, ...details });

  it('tells of what is heard and steers it, and is given back', async () => {
    const engine = await open();
    const life = join(engine, 'Spring table');
    const { mediaSession: session } = navigator;
    expect(session.metadata, 'before it plays').to.equal(null);
    await engine.play();
    expect(session.metadata?.title).to.equal('Spring table');
    expect(session.metadata?.artwork[0]?.src).to.equal('https://cdn.example/poster.jpg');
    expect(session.playbackState).to.equal('playing');
    act('pause');
    expect([engine.paused, session.playbackState]).to.deep.equal([true, 'paused']);
    const goesTo = (action: MediaSessionAction, details?: object): number => {
      act(action, details);
      return Math.floor(engine.currentTime);
    };
    expect(goesTo('seekto', { seekTime: 5 })).to.equal(5);
    expect(goesTo('nexttrack')).to.equal(10);
    expect(goesTo('nexttrack')).to.equal(40);
    expect(goesTo('previoustrack')).to.equal(10);
    expect(goesTo('seekforward', { seekOffset: 20 })).to.equal(30);
    expect(goesTo('seekbackward')).to.equal(20);
    act('play');
    expect(engine.paused).to.equal(false);
    life.abort();
    expect([session.metadata, session.playbackState, handlers.size]).to.deep.equal([null, 'none', 0]);
    engine.pause();
  });

  it('takes a rate and times that no device knows without a word', async () => {
    const engine = await open();
    const life = join(engine, 'Spring table');
    await engine.play();
    // What throws comes into the page's error log, and fails this test.
    engine.playbackRate = 0;
    engine.playbackRate = -1;
    engine.playbackRate = 1;
    Object.defineProperty(engine, 'currentTime', { value: Number.NaN });
    engine.tell('seeked');
    expect(navigator.mediaSession.playbackState).to.equal('playing');
    life.abort();
    engine.pause();
  });

  it('belongs to the player that sounds', async () => {
    const [silent, loud] = [await open(), await open(Infinity)];
    silent.muted = true;
    const lives = [join(silent, 'Silent'), join(loud, 'Live')];
    await silent.play();
    expect(navigator.mediaSession.metadata).to.equal(null);
    await loud.play();
    expect(navigator.mediaSession.metadata?.title).to.equal('Live');
    expect([...handlers.keys()].sort()).to.deep.equal(['pause', 'play', 'stop']);
    lives[0]?.abort();
    expect(navigator.mediaSession.metadata?.title, 'not the other’s to give back').to.equal('Live');
    lives[1]?.abort();
    expect(navigator.mediaSession.metadata).to.equal(null);
    silent.pause();
    loud.pause();
  });
});

describe('the screen', () => {
  class Lock {
    released = false;
    release(): Promise<void> {
      this.released = true;
      return Promise.resolve();
    }
  }

  let host: HTMLElement;
  let video: HTMLVideoElement;
  let hidden = false;
  let locks: Lock[] = [];
  const held = (): number => locks.filter(({ released }) => !released).length;
  /** Gives locks as a browser does, which takes back those of a page that it hides. */
  const giver = (): object => ({
    request: async () => {
      const lock = new Lock();
      locks.push(lock);
      return lock;
    },
  });
  async function turn(to: 'hidden' | 'visible'): Promise<void> {
    hidden = to === 'hidden';
    if (hidden) await locks.at(-1)?.release();
    document.dispatchEvent(new Event('visibilitychange'));
  }

  beforeEach(async () => {
    host = await fixture(html`<div style="height: 100px"></div>`);
    video = document.createElement('video');
    locks = [];
    hidden = false;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  });
  afterEach(() => void Reflect.deleteProperty(document, 'hidden'));

  it('stays lit while something plays and is seen, and no longer', async () => {
    const putBack = replace(navigator, 'wakeLock', giver());
    const engine = await open();
    const life = new AbortController();
    keepAwake({ host, video, engine, signal: life.signal });
    expect(locks).to.deep.equal([]);
    await engine.play();
    await until('it stays lit', () => held() === 1);
    engine.pause();
    await until('it may go dark', () => held() === 0);
    await engine.play();
    await until('it stays lit again', () => held() === 1);
    await turn('hidden');
    await turn('visible');
    await until('it stays lit once more', () => held() === 1);
    life.abort();
    await until('nothing is left', () => held() === 0);
    engine.pause();
    putBack();
  });

  it('goes dark over a silent loop that was scrolled away, and stays lit where it is heard or floats', async () => {
    const putBack = replace(navigator, 'wakeLock', giver());
    const engine = await open();
    const life = new AbortController();
    engine.muted = true;
    keepAwake({ host, video, engine, signal: life.signal });
    await engine.play();
    await until('it is seen', () => held() === 1);
    const scrollAway = (): void => void (host.style.marginTop = '400vh');
    scrollAway();
    await until('it is gone', () => held() === 0);
    host.style.marginTop = '0';
    await until('it is back', () => held() === 1);
    scrollAway();
    await until('it is gone again', () => held() === 0);
    engine.muted = false;
    await until('it is heard', () => held() === 1);
    engine.muted = true;
    await until('it is silent', () => held() === 0);
    host.toggleAttribute('data-floating', true);
    await until('it floats', () => held() === 1);
    host.toggleAttribute('data-floating', false);
    await until('it floats no more', () => held() === 0);
    life.abort();
    engine.pause();
    putBack();
  });

  it('stays lit for a window of its own while the page is hidden', async () => {
    const putBack = replace(navigator, 'wakeLock', giver());
    const own = Object.getOwnPropertyDescriptor(window, 'documentPictureInPicture') ?? {};
    const away = { window: { navigator: { wakeLock: giver() } } };
    Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: away });
    const engine = await open();
    const life = new AbortController();
    keepAwake({ host, video, engine, signal: life.signal });
    await engine.play();
    await until('it stays lit', () => held() === 1);
    host.toggleAttribute('data-away', true);
    await turn('hidden');
    await until('the window keeps it lit', () => held() === 1);
    host.toggleAttribute('data-away', false);
    await until('the window is closed', () => held() === 0);
    await turn('visible');
    await until('it is back in the page', () => held() === 1);
    life.abort();
    engine.pause();
    Object.defineProperty(window, 'documentPictureInPicture', own);
    putBack();
  });

  it('goes dark as it likes where the browser refuses, and nobody is told', async () => {
    const engine = await open();
    const life = new AbortController();
    let asked = 0;
    const refuse = (): Promise<never> => {
      asked += 1;
      return Promise.reject(new DOMException('The battery is low.', 'NotAllowedError'));
    };
    const putBack = replace(navigator, 'wakeLock', { request: refuse });
    keepAwake({ host, video, engine, signal: life.signal });
    await framesLater();
    await engine.play();
    await framesLater();
    expect(asked, 'once, however often it is refused').to.equal(1);
    engine.pause();
    await engine.play();
    await framesLater();
    expect(asked, 'and again when it plays again').to.equal(2);
    engine.pause();
    life.abort();
    putBack();
  });

  it('stays lit while the picture is in picture-in-picture, and no longer', async () => {
    const putBack = replace(navigator, 'wakeLock', giver());
    const engine = await open();
    const life = new AbortController();
    engine.muted = true;
    host.style.marginTop = '400vh';
    keepAwake({ host, video, engine, signal: life.signal });
    await framesLater();
    await engine.play();
    await framesLater();
    expect(held(), 'a silent loop out of view').to.equal(0);
    const leave = replace(document, 'pictureInPictureElement', host);
    video.dispatchEvent(new Event('enterpictureinpicture'));
    await until('it stays lit', () => held() === 1);
    leave();
    video.dispatchEvent(new Event('leavepictureinpicture'));
    await until('it may go dark', () => held() === 0);
    engine.pause();
    life.abort();
    putBack();
  });
});

/** Once what is in view has been told, and what follows from it is done. */
async function framesLater(): Promise<void> {
  await nextFrame();
  await nextFrame();
}
