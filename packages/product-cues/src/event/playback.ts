import { atLeastZero, type Check, ifPresent, orElse, text } from '../internal/check.ts';
import { object, shape } from '../internal/check-shapes.ts';

export interface LivePlayback {
  readonly type: 'live';
  /** The multivariant playlist. */
  readonly url: string;
}

export interface StarterFile {
  readonly url: string;
  /** With codecs, as MediaSource takes it. */
  readonly mime: string;
}

/** The first seconds of an archive as CMAF, to be played while the engine loads. */
export interface Starter {
  readonly video: StarterFile;
  readonly audio?: StarterFile;
  /** In seconds. */
  readonly duration: number;
}

export interface ArchivePlayback {
  readonly type: 'archive';
  /** The multivariant playlist. */
  readonly url: string;
  /** In seconds. */
  readonly duration: number;
  readonly captions: boolean;
  readonly starter?: Starter;
  readonly thumbnailsUrl?: string;
  readonly chaptersUrl?: string;
}

export type Playback = LivePlayback | ArchivePlayback;

const starterFile = shape({ url: text, mime: text });

const live = shape({ url: text });

const archive = shape({
  url: text,
  duration: atLeastZero,
  captions: (value) => value === true,
  starter: orElse(
    shape({ video: starterFile, audio: ifPresent(starterFile), duration: atLeastZero }),
    undefined,
  ),
  thumbnailsUrl: orElse(text, undefined),
  chaptersUrl: orElse(text, undefined),
});

/** A type that is newer than this code is `null`: there is nothing that we could play. */
export const playback: Check<Playback | null> = (value, field) => {
  const type = value === null || value === undefined ? value : object(value, field)['type'];
  if (type === 'live') return { type, ...live(value, field) };
  return type === 'archive' ? { type, ...archive(value, field) } : null;
};
