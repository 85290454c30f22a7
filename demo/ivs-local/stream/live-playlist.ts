import type { ClipRendition } from './clip.ts';
import type { LiveWindow } from './live-window.ts';

/** The multivariant playlist, renditions in the clip's own order. `uri` names each rendition's media playlist. */
export function multivariantPlaylist(
  renditions: readonly ClipRendition[],
  fps: number,
  uri: (rendition: ClipRendition) => string,
): string {
  const lines = renditions.flatMap((rendition) => {
    const { name, bandwidth, width, height, codecs } = rendition;
    return [
      `#EXT-X-MEDIA:TYPE=VIDEO,GROUP-ID="${name}",NAME="${name}",AUTOSELECT=YES,DEFAULT=YES`,
      `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${width}x${height},CODECS="${codecs}",VIDEO="${name}",FRAME-RATE=${fps.toFixed(3)}`,
      uri(rendition),
    ];
  });
  return ['#EXTM3U', ...lines, ''].join('\n');
}

/** A rendition's media playlist with its sliding window. */
export function livePlaylist(window: LiveWindow, targetDuration: number): string {
  const { listed } = window;
  const lines = listed.flatMap(({ sequence, discontinuity, programTime, duration }) => [
    ...(discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
    `#EXT-X-PROGRAM-DATE-TIME:${new Date(programTime).toISOString()}`,
    `#EXTINF:${duration.toFixed(3)},live`,
    `${sequence}.ts`,
  ]);
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    `#EXT-X-TARGETDURATION:${targetDuration}`,
    `#EXT-X-MEDIA-SEQUENCE:${listed[0]?.sequence ?? 0}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${window.discontinuitySequence}`,
    ...lines,
    ...(window.ended ? ['#EXT-X-ENDLIST'] : []),
    '',
  ].join('\n');
}

/** The longest segment in whole seconds: what TARGETDURATION has to promise. */
export function targetDuration(keyframes: readonly number[], frameCount: number, fps: number): number {
  const lengths = keyframes.map((frame, index) => ((keyframes[index + 1] ?? frameCount) - frame) / fps);
  return Math.max(1, ...lengths.map(Math.round));
}
