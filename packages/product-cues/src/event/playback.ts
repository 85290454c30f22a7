import { atLeastZero, object, read, text, texts } from '../internal/check.ts';

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

/** A type that is newer than this code is `null`: there is nothing that we could play. */
export function checkPlayback(value: unknown): Playback | null {
  if (value === null || value === undefined) return null;
  const fields = object(value, 'playback');
  const { type } = fields;
  if (type !== 'live' && type !== 'archive') return null;
  const url = text(fields['url'], 'playback.url');
  if (type === 'live') return { type, url };
  const starter = read(() => checkStarter(fields['starter']));
  return {
    type,
    url,
    duration: atLeastZero(fields['duration'], 'playback.duration'),
    captions: fields['captions'] === true,
    ...(starter.ok && { starter: starter.value }),
    ...texts(fields, 'thumbnailsUrl', 'chaptersUrl'),
  };
}

function checkStarter(value: unknown): Starter {
  const { video, audio, duration } = object(value, 'starter');
  return {
    video: checkFile(video),
    ...(audio !== undefined && { audio: checkFile(audio) }),
    duration: atLeastZero(duration, 'starter.duration'),
  };
}

function checkFile(value: unknown): StarterFile {
  const { url, mime } = object(value, 'starter');
  return { url: text(url, 'starter.url'), mime: text(mime, 'starter.mime') };
}
