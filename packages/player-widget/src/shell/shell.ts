import videojs, { type Player } from 'video.js/core.es.js';
import videoJsSheet from 'video.js/dist/video-js.css' with { type: 'css' };
import { onAbort } from '../internal/on-abort.ts';
import type { MediaEngine } from '../media/media-engine.ts';
import { adoptStyles } from './adopt-styles.ts';
import { drawCaptions } from './captions/caption-layer.ts';
import { Captions } from './captions/captions.ts';
import { captionStyles } from './captions/captions.styles.ts';
import { EngineTech } from './engine-tech.ts';
import { fullscreenStyles } from './fullscreen/fullscreen.styles.ts';
import { followFullscreen } from './fullscreen/fullscreen.ts';
import { followHotkeys } from './hotkeys.ts';
import { speakLanguage } from './languages.ts';
import { drawLineIcons } from './line-icons.ts';
import { addLiveBadge } from './live-badge.ts';
import { addMenus } from './menus/add-menus.ts';
import { menuStyles } from './menus/menu.styles.ts';
import { addSeekBar } from './seek-bar/add-seek-bar.ts';
import { restSeekBar } from './seek-bar/rest-seek-bar.ts';
import type { ShellOptions } from './shell-options.ts';
import { controlStyles } from './shell.styles.ts';

// On import video.js looks for `data-setup` elements of the page, a moment later: those are not ours to touch.
videojs.options.autoSetup = false;
videojs.log.level('error');
videojs.registerTech('VitrineEngine', EngineTech);

/** Lays the controls over the playing video, as a transparent layer; the signal takes it away. */
export function createShell(options: ShellOptions): Player {
  const { host, layer, engine, video, signal } = options;
  adopt(layer.getRootNode());
  const element = document.createElement('video-js');
  layer.append(element);
  const live = engine.streamType === 'live';

  const player = videojs(element, {
    techOrder: ['VitrineEngine'],
    VitrineEngine: { engine, video },
    sources: [{ src: video.currentSrc || 'vitrine', type: 'video/vitrine' }],
    controls: true,
    fill: true,
    liveui: true,
    liveTracker: { trackingThreshold: 10, liveTolerance: 8 },
    // Icons as SVG: a font does not load in a shadow root.
    experimentalSvgIcons: true,
    bigPlayButton: false,
    errorDisplay: false,
    posterImage: false,
    textTrackDisplay: false,
    textTrackSettings: false,
    titleBar: false,
    inactivityTimeout: 2500,
    userActions: { hotkeys: false },
    controlBar: {
      children: [
        'playToggle',
        { name: 'volumePanel', inline: true },
        'progressControl',
        ...(live ? [] : ['currentTimeDisplay', 'timeDivider', 'durationDisplay']),
        ...(canFloat(video) ? ['pictureInPictureToggle'] : []),
        'fullscreenToggle',
      ],
    },
  });
  // video.js would begin with its own.
  player.volume(engine.volume);
  drawLineIcons(player.el());
  restSeekBar(player);
  const captions = new Captions(engine, { signal });
  drawCaptions(layer, captions, { signal });
  addMenus(player, engine, captions, { signal });
  followFullscreen(player, host, { signal });
  followHotkeys({ host, player, engine, captions, signal });
  speakLanguage(player, host, { signal });
  if (options.position) addLiveBadge(player, options, options.position);
  if (live) showWindow(player, options);
  if (options.replay && !live) addSeekBar(player, options, options.replay);
  // Products lie over the shell: moving among them is watching too.
  for (const type of ['pointermove', 'pointerdown', 'focusin']) {
    host.addEventListener(type, () => player.reportUserActivity(), { passive: true, signal });
  }
  // Whoever has paused keeps the controls, however long nobody moves.
  const idle = (): unknown => layer.toggleAttribute('data-idle', !player.userActive() && !player.paused());
  player.on(['useractive', 'userinactive', 'play', 'pause'], idle);
  player.ready(() => catchUp(player, engine));
  onAbort(signal, () => {
    remove(player);
    layer.removeAttribute('data-idle');
  });
  return player;
}

/** Where a browser has no picture-in-picture for pages, or the page wants none, there is no button for it. */
function canFloat(video: HTMLVideoElement): boolean {
  return document.pictureInPictureEnabled && !video.disablePictureInPicture;
}

/** A live stream's window grows while one watches, of which video.js takes no notice: the seek bar comes once there is somewhere to go. */
function showWindow({ liveTracker }: Player, { engine, position, signal }: ShellOptions): void {
  // Told that it plays, it would go to the edge, also with a viewer who has gone back; and it knows only its own edge.
  liveTracker.handlePlay = () => undefined;
  liveTracker.seekToLiveEdge = () => position?.goLive();
  const look = (): void => {
    if (!liveTracker.isTracking()) liveTracker.toggleTracking();
  };
  engine.addEventListener('progress', look, { signal });
}

/** Tells video.js what has happened before it was there. */
function catchUp(player: Player, engine: MediaEngine): void {
  player.trigger('loadstart');
  player.hasStarted(true);
  player.toggleClass('vjs-live', engine.streamType === 'live');
  for (const type of [
    'loadedmetadata',
    'durationchange',
    'canplay',
    'volumechange',
    'ratechange',
    'progress',
    'timeupdate',
  ]) {
    player.trigger(type);
  }
  for (const type of engine.paused ? ['pause'] : ['play', 'playing']) player.trigger(type);
  player.toggleClass('vjs-paused', engine.paused);
  player.toggleClass('vjs-playing', !engine.paused);
  player.reportUserActivity();
}

function remove(player: Player): void {
  const id = player.id();
  player.dispose();
  // dispose() leaves the key behind, one for each player that ever was.
  Reflect.deleteProperty(videojs.players, id);
}

function adopt(root: Node): void {
  if (root instanceof ShadowRoot && !root.adoptedStyleSheets.includes(videoJsSheet))
    root.adoptedStyleSheets.push(videoJsSheet);
  // Ours come last: as strong a selector of video.js must not win.
  adoptStyles(root, controlStyles, menuStyles, captionStyles, fullscreenStyles);
}
