import type { LiveEvent, Timeline } from '@vitrine/product-cues';
import { intoPicture } from '../../../internal/into-picture.ts';
import { onAbort } from '../../../internal/on-abort.ts';
import { safeUrl } from '../../../internal/safe-url.ts';
import type { MediaEngine } from '../../../media/media-engine.ts';
import { nextMark } from '../../../shell/seek-bar/chapter-keys.ts';
import { productStretches } from '../../../shell/seek-bar/product-stretches.ts';

interface SessionOptions {
  readonly host: HTMLElement;
  readonly engine: MediaEngine;
  readonly event: LiveEvent;
  readonly timeline: () => Timeline;
  readonly signal: AbortSignal;
}

/** Seconds of a step where the device does not say. */
const STEP = 10;
const ACTIONS = [
  'play',
  'pause',
  'stop',
  'seekbackward',
  'seekforward',
  'seekto',
  'previoustrack',
  'nexttrack',
] as const satisfies readonly MediaSessionAction[];

/** Whose words and buttons the device shows: there is one session for the whole page. */
let owner: MediaEngine | undefined;

/**
 * Lets keyboards, headphones and lock screens know and steer what is heard. A player without sound takes no part: it would
 * take the place of the music that somebody listens to.
 */
export function joinMediaSession(options: SessionOptions): void {
  const session: MediaSession | undefined = navigator.mediaSession;
  if (!session || !('MediaMetadata' in globalThis)) return;
  const { engine, signal } = options;
  const isMine = (): boolean => owner === engine;
  const claim = (): void => {
    if (isMine() || engine.paused || engine.muted || engine.volume === 0) return;
    owner = engine;
    session.metadata = metadataOf(options);
    const handlers = handlersOf(options);
    for (const action of ACTIONS) handle(session, action, handlers[action]);
  };
  const tell = (): void => {
    claim();
    if (!isMine()) return;
    session.playbackState = engine.paused ? 'paused' : 'playing';
    tellPosition(session, engine);
  };
  for (const type of [
    'playing',
    'pause',
    'ended',
    'volumechange',
    'seeked',
    'ratechange',
    'durationchange',
  ] as const)
    engine.addEventListener(type, tell, { signal });
  tell();
  onAbort(signal, () => {
    if (!isMine()) return;
    owner = undefined;
    session.metadata = null;
    session.playbackState = 'none';
    session.setPositionState();
    for (const action of ACTIONS) handle(session, action);
  });
}

function metadataOf({ host, event }: SessionOptions): MediaMetadata {
  const poster = safeUrl(host.getAttribute('poster'), document.baseURI) ?? event.poster;
  return new MediaMetadata({
    title: event.title || document.title,
    ...(poster && { artwork: [{ src: poster }] }),
  });
}

function handlersOf({
  engine,
  event,
  timeline,
}: SessionOptions): Partial<Record<MediaSessionAction, MediaSessionActionHandler>> {
  const play = (): void => void engine.play().catch(() => undefined);
  const pause = (): void => engine.pause();
  // What is live goes on without being stopped here or there.
  if (engine.streamType === 'live') return { play, pause, stop: pause };
  const seek = (time: number): void => {
    engine.currentTime = Math.max(0, Math.min(time, engine.duration));
  };
  const jump = (key: 'PageUp' | 'PageDown'): void => {
    const marks = productStretches(timeline(), event.products).map(({ start }) => start);
    const time = nextMark(marks, key, engine.currentTime);
    if (time !== undefined) engine.currentTime = intoPicture(time);
  };
  return {
    play,
    pause,
    stop: pause,
    seekbackward: ({ seekOffset }) => seek(engine.currentTime - (seekOffset ?? STEP)),
    seekforward: ({ seekOffset }) => seek(engine.currentTime + (seekOffset ?? STEP)),
    seekto: ({ seekTime }) => {
      if (seekTime !== undefined) seek(seekTime);
    },
    previoustrack: () => jump('PageDown'),
    nexttrack: () => jump('PageUp'),
  };
}

/** Browsers know different actions, and throw at what they do not know. */
function handle(
  session: MediaSession,
  action: MediaSessionAction,
  handler: MediaSessionActionHandler | null = null,
): void {
  try {
    session.setActionHandler(action, handler);
  } catch {
    // Then nobody can ask for it.
  }
}

/** A device knows no time that stands still, and throws at what is no number. */
function tellPosition(session: MediaSession, { duration, currentTime, playbackRate }: MediaEngine): void {
  if (duration > 0 && duration < Infinity && playbackRate > 0 && currentTime >= 0)
    session.setPositionState({
      duration,
      position: Math.min(currentTime, duration),
      playbackRate,
    });
}
