import type { MediaEngine } from '../../media/media-engine.ts';
import { PlayerError } from '../../media/player-error.ts';

/** What came of asking an engine to play: nothing to say, or why it does not. */
export async function tryToPlay(engine: MediaEngine): Promise<PlayerError | undefined> {
  try {
    await engine.play();
    return undefined;
  } catch (error) {
    if (error instanceof PlayerError) return error;
    const name = error instanceof DOMException ? error.name : '';
    // A pause, or another source, that comes in between is no failure.
    if (name === 'AbortError') return undefined;
    return new PlayerError(name === 'NotAllowedError' ? 'AUTOPLAY_REFUSED' : 'DECODE', undefined, {
      cause: error,
    });
  }
}
