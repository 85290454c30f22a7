import type { LiveEvent } from '@vitrine/product-cues';
import type { CueIntake } from '../../cues/cue-intake.ts';
import { keepLoading } from '../../internal/keep-loading.ts';
import type { PlayerError } from '../../media/player-error.ts';
import { createShell } from '../../shell/shell.ts';
import type { ShellOptions } from '../../shell/shell-options.ts';
import { joinMediaSession } from './device/media-session.ts';
import { keepAwake } from './device/wake-lock.ts';
import type { PlayerStore } from '../../store/player-store.ts';
import { tellPlayback } from '../playback-notice/tell-playback.ts';
import { soundAlone } from './one-sounds.ts';
import { offerOwnWindow } from '../small-player/offer-window.ts';
import { playElsewhere } from '../small-player/play-elsewhere.ts';
import type { PlayerAttributes } from './attributes.ts';
import { fetchComingPictures } from './coming-pictures.ts';
import { follow } from './moments/moments.ts';
import { takeLateJson } from './take-late-json.ts';

interface PictureOptions extends Omit<ShellOptions, 'replay'> {
  readonly attributes: PlayerAttributes;
  readonly store: PlayerStore;
  readonly event: LiveEvent;
  readonly intake: CueIntake;
  readonly onProblem: (error: PlayerError) => void;
}

/** All that comes with the first picture and not before, in one chunk. */
export function comeWithPicture(options: PictureOptions): void {
  const { engine, event, intake, onProblem } = options;
  const timeline = () => intake.timeline;
  const player = createShell({ ...options, replay: { event, timeline, onProblem } });
  soundAlone(options, options);
  playElsewhere(options);
  offerOwnWindow(player, options);
  const late = takeLateJson(options);
  if (engine.streamType !== 'live')
    follow(options, timeline, event.timelineUrl && !intake.hasLoaded ? late : undefined);
  joinMediaSession({ ...options, timeline });
  keepAwake(options);
  tellPlayback(options);
  fetchComingPictures({ ...options, timeline });
  // Where the network goes, what has to say so must be here.
  void keepLoading(() => import('../event-screen/vitrine-event-screen.ts'), options);
  // It was asked for as soon as something was to be played; where it did not come it may still.
  void keepLoading(() => import('../product-overlay/vitrine-product-overlay.ts'), options);
  // Not only when the first product is there, which has enough to do.
  void keepLoading(() => import('../product-overlay/overlay-extras.ts'), options);
}
