/** Letters of one cue, and cues at a time, that are shown of a file that is not ours. */
const LONGEST = 400;
const MOST = 8;

/**
 * What the cues of one moment say, from top to bottom: text alone, without markup. Captions of the pictures come as a cue for each
 * row, in no order.
 */
export function captionText(cues: TextTrackCueList | null): readonly string[] {
  return [...(cues ?? [])]
    .map((cue) => ({ row: rowOf(cue), text: textOf(cue).trim().slice(0, LONGEST) }))
    .filter(({ text }) => text)
    .sort((a, b) => a.row - b.row)
    .map(({ text }) => text)
    .slice(-MOST);
}

function rowOf(cue: TextTrackCue): number {
  const line = 'line' in cue ? cue.line : undefined;
  return typeof line === 'number' ? line : 0;
}

/** WebVTT has elements and escapes, which the browser reads as it does for captions of its own. */
function textOf(cue: TextTrackCue): string {
  return cue instanceof VTTCue ? (cue.getCueAsHTML().textContent ?? '') : '';
}
