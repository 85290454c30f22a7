import type Hls from 'hls.js';
import type { ErrorData } from 'hls.js';
import type { Recovery } from '../recovery.ts';
import { jumpOver, type Hole } from './hls-hole.ts';

const MEDIA_ATTEMPTS = 2;
/** Seconds from where the media failed at which playback counts as going on. */
const AWAY = 1;
/** How often a segment that is not there is asked for before playback jumps over it. */
const LOOKS = 2;

/**
 * Bounded recovery from fatal errors of hls.js. The answer to an error is whether another attempt is under way; `false`
 * means give up. The budget is filled again by a segment that reaches the buffer; that for media only once playback has
 * got away from where it failed, or a damaged picture would be tried for ever.
 */
export class HlsRecovery {
  readonly #hls: Hls;
  readonly #network: Recovery;
  readonly #signal: AbortSignal;
  #mediaAttempts = 0;
  #failedAt = 0;
  #missing: string | undefined;
  #looks = 0;
  /** The last file that was refused, as long as none has come since. */
  #refused: string | undefined;

  constructor(hls: Hls, video: HTMLVideoElement, network: Recovery, { signal }: { signal: AbortSignal }) {
    this.#hls = hls;
    this.#signal = signal;
    this.#network = network;
    keepPlaying(hls, video, { signal });
  }

  attempt(error: ErrorData): boolean {
    if (error.type === 'mediaError') return this.#attemptMedia();
    if (error.type !== 'networkError') return false;
    const hls = this.#hls;
    if (isOfSubtitles(error)) {
      // The picture needs none of them.
      hls.subtitleTrack = -1;
      hls.startLoad();
      return true;
    }
    const hole = this.#holeOf(error);
    if (!hole && isFinal(error)) return false;
    if (hls.levels.length === 0) {
      // Whoever says that it is not there is believed.
      if (isMissing(error)) return false;
      return this.#network.attempt(() => hls.loadSource(hls.url ?? ''), { atStart: true });
    }
    if (hole && this.#leaveOut(hole)) return true;
    return this.#network.attempt(() => hls.startLoad(), { atStart: !hls.latestLevelDetails });
  }

  succeeded(): void {
    this.#network.succeeded();
    this.#refused = undefined;
    if (Math.abs(this.#time - this.#failedAt) > AWAY) this.#mediaAttempts = 0;
  }

  get #time(): number {
    return this.#hls.media?.currentTime ?? 0;
  }

  /** Once as it is; if that fails, too, in another quality, which may be what this device can decode. */
  #attemptMedia(): boolean {
    const hls = this.#hls;
    if (!hls.latestLevelDetails || this.#mediaAttempts >= MEDIA_ATTEMPTS) return false;
    this.#mediaAttempts += 1;
    this.#failedAt = this.#time;
    if (this.#mediaAttempts === MEDIA_ATTEMPTS) this.#dropRendition();
    hls.recoverMediaError();
    return true;
  }

  #dropRendition(): void {
    const hls = this.#hls;
    const { currentLevel } = hls;
    if (hls.levels.length < 2 || currentLevel < 0) return;
    hls.loadLevel = -1;
    hls.removeLevel(currentLevel);
  }

  /**
   * What an archive has everything but of. A bucket that nobody may list refuses what is not there; where it refuses two files in a row,
   * it is the viewer who is refused.
   */
  #holeOf(error: ErrorData): Hole | undefined {
    const { frag, response } = error;
    const { media, levels } = this.#hls;
    const details = frag?.type === 'main' && levels[frag.level]?.details;
    if (!media || !details || details.live) return undefined;
    const hole = { media, missing: frag, details };
    if (isMissing(error)) return hole;
    if (response?.code !== 403 || media.buffered.length === 0) return undefined;
    const before = this.#refused;
    this.#refused = frag.url;
    return before === undefined || before === frag.url ? hole : undefined;
  }

  /** Whether it was left out; it is looked for more than once. */
  #leaveOut(hole: Hole): boolean {
    const { url } = hole.missing;
    this.#looks = url === this.#missing ? this.#looks + 1 : 1;
    this.#missing = url;
    if (this.#looks < LOOKS) return false;
    jumpOver(this.#hls, hole, { signal: this.#signal });
    return true;
  }
}

function isOfSubtitles({ frag, context }: ErrorData): boolean {
  return (frag ?? context)?.type.startsWith('subtitle') === true;
}

function isMissing({ response }: ErrorData): boolean {
  return response?.code === 404 || response?.code === 410;
}

/** What no second attempt changes. */
function isFinal({ response, details }: ErrorData): boolean {
  return response?.code === 401 || response?.code === 403 || /Pars|Incompatible|Empty/.test(details);
}

/**
 * A new MediaSource stops a `<video>` and puts its rate back, as a decoder that fails does. hls.js makes one by itself, too, where it can no
 * longer append to the old one, and leaves it there.
 */
function keepPlaying(hls: Hls, video: HTMLVideoElement, { signal }: { signal: AbortSignal }): void {
  let { paused, playbackRate } = video;
  for (const type of ['play', 'pause', 'ratechange'])
    video.addEventListener(type, () => !video.error && ({ paused, playbackRate } = video), { signal });
  const recover = hls.recoverMediaError.bind(hls);
  hls.recoverMediaError = () => {
    const before = { paused, playbackRate };
    recover();
    video.playbackRate = before.playbackRate;
    if (!before.paused) video.play().catch(() => undefined);
  };
}
