/** A cue as a player reads it. Times are seconds. */
export interface ReadCue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const TIMING = /^(\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3}) --> (\d{2,}):([0-5]\d):([0-5]\d)\.(\d{3})$/;

/** Reads WebVTT as its standard says: blocks between empty lines, each with its times and a text. Throws at whatever else is in it. */
export function readVtt(file: string): readonly ReadCue[] {
  const [head, ...blocks] = file
    .split(/\r\n|\n|\r/)
    .join('\n')
    .split(/\n{2,}/);
  if (head !== 'WEBVTT' && head !== 'WEBVTT\n') throw new Error(`not WebVTT: ${JSON.stringify(head)}`);
  return blocks
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [timing = '', ...lines] = block.trimEnd().split('\n');
      const parts = TIMING.exec(timing)?.slice(1).map(Number);
      if (!parts || lines.length !== 1) throw new Error(`not a cue: ${JSON.stringify(block)}`);
      const [text = ''] = lines;
      if (/[<>]|&(?!(amp|lt|gt);)/.test(text)) throw new Error(`markup in ${JSON.stringify(text)}`);
      return { start: seconds(parts.slice(0, 4)), end: seconds(parts.slice(4)), text: plain(text) };
    });
}

function seconds([h = 0, m = 0, s = 0, ms = 0]: readonly number[]): number {
  return (h * 3_600_000 + m * 60_000 + s * 1000 + ms) / 1000;
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
