import type { MediaPlayer } from 'amazon-ivs-player';

/**
 * Ends a player of the SDK at once and whole. Its own `delete()` waits for its worker before it empties the `<video>`,
 * which by then may play for another engine; and it leaves the worker, with all its WebAssembly memory, running.
 */
export function removePlayer(player: MediaPlayer): void {
  const worker = workerOf(player);
  // Lets go of our <video> here and now; what comes late then happens to one that nobody sees.
  player.attachHTMLVideoElement(document.createElement('video'));
  player.delete();
  worker?.terminate();
}

/** Where this version of the SDK keeps its worker; in one that keeps it elsewhere, it would stay. */
function workerOf(player: MediaPlayer): Worker | undefined {
  const core: unknown = Reflect.get(player, 'core');
  const worker: unknown = typeof core === 'object' && core ? Reflect.get(core, 'worker') : undefined;
  return worker instanceof Worker ? worker : undefined;
}
