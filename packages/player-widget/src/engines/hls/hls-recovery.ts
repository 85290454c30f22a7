import type Hls from 'hls.js';
import type { ErrorData } from 'hls.js';
import type { Recovery } from '../recovery.ts';
import { jumpOver } from './hls-hole.ts';

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

  constructor(hls: Hls, network: Recovery, { signal }: { signal: AbortSignal }) {
    this.#hls = hls;
    this.#signal = signal;
    this.#network = network;
  }

  attempt(error: ErrorData): boolean {
    if (error.type === 'mediaError') return this.#attemptMedia();
    if (error.type !== 'networkError' || isFinal(error)) return false;
    const hls = this.#hls;
    if (hls.levels.length === 0) {
      // Whoever says that it is not there is believed.
      if (isMissing(error)) return false;
      return this.#network.attempt(() => hls.loadSource(hls.url ?? ''), { atStart: true });
    }
    if (this.#leaveOut(error)) return true;
    return this.#network.attempt(() => hls.startLoad(), { atStart: !hls.latestLevelDetails });
  }

  succeeded(): void {
    this.#network.succeeded();
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
    recover(hls);
    return true;
  }

  #dropRendition(): void {
    const hls = this.#hls;
    const { currentLevel } = hls;
    if (hls.levels.length < 2 || currentLevel < 0) return;
    hls.loadLevel = -1;
    hls.removeLevel(currentLevel);
  }

  /** Whether a segment of an archive that is not there was left out; it is looked for more than once. */
  #leaveOut(error: ErrorData): boolean {
    const { frag } = error;
    const { media, levels } = this.#hls;
    const details = frag && levels[frag.level]?.details;
    if (!media || !details || details.live || !isMissing(error)) return false;
    this.#looks = frag.url === this.#missing ? this.#looks + 1 : 1;
    this.#missing = frag.url;
    if (this.#looks < LOOKS) return false;
    jumpOver(this.#hls, { media, missing: frag, details }, { signal: this.#signal });
    return true;
  }
}

function isMissing({ response }: ErrorData): boolean {
  return response?.code === 404 || response?.code === 410;
}

/** What no second attempt changes. */
function isFinal({ response, details }: ErrorData): boolean {
  return response?.code === 401 || response?.code === 403 || /Pars|Incompatible|Empty/.test(details);
}

/** With a new MediaSource, before which a `<video>` stops. */
function recover(hls: Hls): void {
  const { media } = hls;
  const isPlaying = media?.paused === false;
  hls.recoverMediaError();
  if (isPlaying) media.play().catch(() => undefined);
}
