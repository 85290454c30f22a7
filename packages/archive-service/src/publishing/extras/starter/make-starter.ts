import { audioFile, videoFile } from './cmaf-file.ts';
import type { CmafFile } from './cmaf-file.ts';
import { endOf, picturesUntil } from './cut-beginning.ts';
import { demux } from './demux.ts';
import type { Beginning } from './read-beginning.ts';

/** So much is played while the engine loads. */
export const STARTER_SECONDS = 2;

export interface StarterFiles {
  readonly video: CmafFile;
  readonly audio: CmafFile | undefined;
  /** In seconds: how far both reach. */
  readonly duration: number;
}

/**
 * Makes the files of a starter. Their times are those that a player gives to the same media when it comes from the playlist, so that what the player appends later
 * lies over it picture by picture.
 *
 * @returns why there is none, where the library can do nothing with the media
 */
export async function makeStarter(beginning: Beginning): Promise<StarterFiles | string> {
  try {
    return (await packageTracks(beginning)) ?? 'its pictures are in no form that can be packaged';
  } catch (error) {
    // The library throws at media that it does not understand, and all that it reads is in memory.
    return error instanceof Error ? error.message : String(error);
  }
}

async function packageTracks(beginning: Beginning): Promise<StarterFiles | undefined> {
  const demuxed = await demux(beginning);
  if (!demuxed) return undefined;
  const pictures = picturesUntil(demuxed.video.packets, STARTER_SECONDS);
  if (pictures.length === 0) return undefined;
  const end = endOf(pictures);
  // Sound that begins before the last picture ends.
  const sound = demuxed.audio?.packets.filter(({ timestamp }) => timestamp < end) ?? [];
  const video = await videoFile({ ...demuxed.video, packets: pictures });
  const audio =
    demuxed.audio && sound.length > 0 ? await audioFile({ ...demuxed.audio, packets: sound }) : undefined;
  return { video, audio, duration: audio ? Math.min(end, endOf(sound)) : end };
}
