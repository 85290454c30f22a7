import type { MediaEngine } from '../media/media-engine.ts';

/** Whether one can go to a media time: in an archive always, live only within what can be rewound. */
export function isReachable(engine: MediaEngine, time: number): boolean {
  const { streamType, targetLiveWindow, seekable } = engine;
  return (
    streamType === 'on-demand' || (targetLiveWindow > 0 && seekable.length > 0 && time >= seekable.start(0))
  );
}
