import { addCue, EMPTY_TIMELINE, type Timeline } from '@vitrine/product-cues';
import { expect } from '@open-wc/testing';
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

  it('stays lit while something plays and is seen, and no longer', async () => {
    const locks: Lock[] = [];
    const held = (): number => locks.filter(({ released }) => !released).length;
    let hidden = false;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    const putBack = replace(navigator, 'wakeLock', {
      request: async () => {
        const lock = new Lock();
        locks.push(lock);
        return lock;
      },
    });
    const engine = await open();
    const life = new AbortController();
    keepAwake(engine, life);
    expect(locks).to.deep.equal([]);
    await engine.play();
    await until('it stays lit', () => held() === 1);
    engine.pause();
    await until('it may go dark', () => held() === 0);
    await engine.play();
    await until('it stays lit again', () => held() === 1);
    hidden = true;
    await locks.at(-1)?.release();
    document.dispatchEvent(new Event('visibilitychange'));
    hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await until('it stays lit once more', () => held() === 1);
    life.abort();
    await until('nothing is left', () => held() === 0);
    engine.pause();
    Reflect.deleteProperty(document, 'hidden');
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
    keepAwake(engine, life);
    await engine.play();
    await until('it was asked', () => asked === 1);
    engine.pause();
    life.abort();
    putBack();
  });
});
