import { TICKS_PER_SECOND } from '../media/pts.ts';
import type { AssembledRendition } from './assembly.ts';
import type { LaidRendition } from './laid-rendition.ts';
import type { Rung } from './ladder.ts';

/** What players are told of a rendition before they load it. */
export function rungFacts({ main, parts }: Rung): AssembledRendition {
  const { width, height, variant } = main.source;
  return {
    name: main.name,
    width,
    height,
    codecs: variant?.codecs,
    // The most that a connection must carry at any time.
    bandwidth: parts.reduce((most, part) => Math.max(most, part ? bandwidthOf(part) : 0), 1),
    frameRate: variant?.frameRate,
  };
}

function bandwidthOf({ source, scans }: LaidRendition): number {
  if (source.variant?.bandwidth !== undefined) return source.variant.bandwidth;
  let busiest = 1;
  for (const { bytes, start, end } of scans)
    // A file with one picture and no sound has no length that one could know.
    busiest = Math.max(busiest, (bytes * 8 * TICKS_PER_SECOND) / Math.max(end - start, 1));
  return busiest;
}
