import type { Starter } from '@vitrine/product-cues';
import { describeKey } from '../archive-layout.ts';
import type { ArchiveLayout } from '../archive-layout.ts';
import type { Assembly } from '../assembly/assembly.ts';
import { makeStarter, STARTER_SECONDS } from '../extras/starter/make-starter.ts';
import type { StarterFiles } from '../extras/starter/make-starter.ts';
import { readBeginning } from '../extras/starter/read-beginning.ts';
import type { PublicationPorts } from '../publication.ts';

/**
 * Writes the first two seconds as CMAF, for the player to begin with while its engine loads. A replay without a starter is as good as complete: what cannot be made is
 * told, and left out.
 *
 * @returns with keys in the place of URLs
 */
export async function writeStarter(
  assembly: Assembly,
  layout: ArchiveLayout,
  ports: PublicationPorts,
): Promise<Starter | undefined> {
  // A middle one: good to look at, and soon there. What the engine plays after it is its own choice.
  const index = Math.floor(assembly.renditions.length / 2);
  const made = await makeFrom(assembly, index, ports);
  if (typeof made === 'string') {
    const rendition = assembly.renditions[index]?.name;
    ports.log.warn({ rendition }, `the replay has no starter: ${made}`);
    return undefined;
  }
  const { video, audio, duration } = made;
  const write = async (key: string, bytes: Uint8Array): Promise<void> => {
    await ports.store.write(key, bytes, { ...describeKey(key), signal: ports.signal });
  };
  await Promise.all([
    write(layout.starterVideo, video.bytes),
    audio && write(layout.starterAudio, audio.bytes),
  ]);
  return {
    video: { url: layout.starterVideo, mime: video.mime },
    ...(audio && { audio: { url: layout.starterAudio, mime: audio.mime } }),
    duration: Math.floor(duration * 1e6) / 1e6,
  };
}

/** @returns why there is none, where that is so */
async function makeFrom(
  assembly: Assembly,
  rendition: number,
  { openRecordings, signal }: PublicationPorts,
): Promise<StarterFiles | string> {
  const beginning = await readBeginning(assembly, rendition, STARTER_SECONDS, openRecordings, signal);
  if (typeof beginning === 'string') return beginning;
  return makeStarter(beginning);
}
