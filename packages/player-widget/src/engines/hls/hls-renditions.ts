import type Hls from 'hls.js';
import { AUTO, type Rendition } from '../../media/rendition.ts';

/** hls.js's word for "choose by bandwidth". */
const AUTO_LEVEL = -1;

export function renditionsOf(hls: Hls): Rendition[] {
  return hls.levels.map(({ width, height, bitrate }, level) => ({
    id: String(level),
    // hls.js says 0 where the playlist says nothing.
    width: width || undefined,
    height: height || undefined,
    bitrate,
  }));
}

export function activeRenditionOf(hls: Hls): Rendition | undefined {
  return renditionsOf(hls)[hls.currentLevel];
}

export function selectedRenditionOf(hls: Hls): string {
  return hls.manualLevel === AUTO_LEVEL ? AUTO : String(hls.manualLevel);
}

/** From the next segment on; an id that is not there means AUTO. */
export function selectRendition(hls: Hls, id: string): void {
  hls.nextLevel = renditionsOf(hls).findIndex((rendition) => rendition.id === id);
}
