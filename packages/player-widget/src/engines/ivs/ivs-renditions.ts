import type { MediaPlayer, Quality } from 'amazon-ivs-player';
import { AUTO, type Rendition } from '../../media/rendition.ts';

/** None on iOS, where the SDK leaves the choice to the system. */
export function renditionsOf(player: MediaPlayer): Rendition[] {
  return player.getQualities().map(toRendition);
}

export function activeRenditionOf(player: MediaPlayer): Rendition | undefined {
  const { name } = player.getQuality();
  return renditionsOf(player).find(({ id }) => id === name);
}

export function selectedRenditionOf(player: MediaPlayer): string {
  return player.isAutoQualityMode() ? AUTO : player.getQuality().name;
}

/** An id that is not there means AUTO. */
export function selectRendition(player: MediaPlayer, id: string): void {
  const quality = player.getQualities().find(({ name }) => name === id);
  if (quality) player.setQuality(quality);
  else player.setAutoQualityMode(true);
}

function toRendition({ name, width, height, bitrate }: Quality): Rendition {
  return { id: name, width: width || undefined, height: height || undefined, bitrate };
}
