import type { MediaEngine } from '../../media/media-engine.ts';
import { PlayerError } from '../../media/player-error.ts';
import type { RunOptions } from './player-run.ts';

/**
 * What becomes of an engine that would not play. Where the browser refuses, nobody is waiting any more: a page that wants it to
 * play by itself gets it without sound, and a button for that; if that is refused as well, the play button is what is left.
 */
export async function notPlaying(
  engine: MediaEngine,
  cause: unknown,
  { host, store, onProblem }: Pick<RunOptions, 'host' | 'store' | 'onProblem'>,
): Promise<void> {
  if (engine !== store.state.engine) return;
  const problem = problemOf(cause);
  if (problem?.code === 'AUTOPLAY_REFUSED') {
    const silenced = host.hasAttribute('autoplay') && (await playSilently(engine));
    if (engine !== store.state.engine) return;
    store.update(silenced ? { silenced } : { wanted: false });
  }
  if (problem) onProblem(problem);
}

async function playSilently(engine: MediaEngine): Promise<boolean> {
  if (engine.muted) return false;
  engine.muted = true;
  try {
    await engine.play();
    return true;
  } catch {
    // Whoever presses play wants to hear it.
    engine.muted = false;
    return false;
  }
}

function problemOf(cause: unknown): PlayerError | undefined {
  if (cause instanceof PlayerError) return cause;
  const name = cause instanceof DOMException ? cause.name : '';
  // A pause, or another source, that comes in between is no failure.
  if (name === 'AbortError') return undefined;
  return new PlayerError(name === 'NotAllowedError' ? 'AUTOPLAY_REFUSED' : 'DECODE', undefined, { cause });
}
