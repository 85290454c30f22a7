/** A cue of a WebVTT file. Times are seconds. */
export interface VttCue {
  readonly start: number;
  readonly end: number;
  /** As it stands in the file: breaks, markup and escapes included. */
  readonly text: string;
}

/** A thumbnail for each second of eight hours. What comes after these is left out. */
const MOST_CUES = 30_000;

const TIME = String.raw`(?:(\d{2,4}):)?([0-5]\d):([0-5]\d\.\d{3})`;
const TIMING = new RegExp(String.raw`^${TIME}[ \t]*-->[ \t]*${TIME}(?:[ \t]|$)`);

/**
 * The cues of a WebVTT file by their start; `undefined` where it is none. The file is not ours: what is no proper cue
 * is left out, and its neighbours count.
 */
export function readWebVtt(file: string): readonly VttCue[] | undefined {
  const blocks = file
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/, MOST_CUES)
    .map((block) => block.split('\n'));
  if (!/^WEBVTT(?:[ \t]|$)/.test(blocks[0]?.[0] ?? '')) return undefined;
  return blocks.flatMap(readBlock).sort((a, b) => a.start - b.start);
}

/** Comments, styles and regions have no timing and give nothing. */
function readBlock(lines: readonly string[]): VttCue[] {
  // A cue may have a name before its timing.
  const at = lines.findIndex((line, index) => index < 2 && line.includes('-->'));
  const [, ...timing] = TIMING.exec(lines[at] ?? '') ?? [];
  const [start, end] = [secondsOf(timing.slice(0, 3)), secondsOf(timing.slice(3))];
  if (!(start < end)) return [];
  const text = lines.slice(at + 1);
  const next = text.findIndex((line) => line.includes('-->'));
  return [
    {
      start,
      end,
      text: text
        .slice(0, next < 0 ? text.length : next)
        .join('\n')
        .trim(),
    },
  ];
}

function secondsOf([hours, minutes, seconds]: readonly (string | undefined)[]): number {
  return Number(hours ?? 0) * 3600 + Number(minutes ?? NaN) * 60 + Number(seconds ?? NaN);
}

/** The latest of cues, in their order, that holds at this time, by binary search. */
export function cueAt<Cue extends { readonly start: number; readonly end: number }>(
  cues: readonly Cue[],
  time: number,
): Cue | undefined {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  const cue = cues[low - 1];
  return cue && time < cue.end ? cue : undefined;
}

const ESCAPED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0' };

/** A cue's text as a reader sees it: one line, without markup. */
export function plainText(text: string): string {
  return text
    .replace(/<[^>]*>?/g, '')
    .replace(/&(\w{2,4});/g, (whole, name: string) => ESCAPED[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
