/** A cue of a WebVTT file. Times are seconds. */
export interface VttCue {
  readonly start: number;
  readonly end: number;
  /** Of one line, escaped where it came from others. */
  readonly text: string;
}

/** A WebVTT file. WebVTT knows milliseconds: a cue that is shorter than that is left out. */
export function webVtt(cues: readonly VttCue[]): string {
  const blocks = cues.flatMap(({ start, end, text }) => {
    const [from, to] = [timestamp(start), timestamp(end)];
    return from < to ? [`${from} --> ${to}\n${text}\n`] : [];
  });
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** A text of others as the text of a cue: one line, in which nothing is markup. */
export function vttText(text: string): string {
  const line = text
    .toWellFormed()
    // Everything that ends a line, and what no reader can see.
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Always with hours, so that the order of texts is that of times. */
function timestamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  const [h, m, s] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60];
  return `${digits(h, 2)}:${digits(m, 2)}:${digits(s, 2)}.${digits(ms % 1000, 3)}`;
}
