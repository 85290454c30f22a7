import type { Progress } from '../database/tables.ts';

const WIDTH = 24;
/** Milliseconds between two lines where there is no terminal, on which a bar could be drawn over itself. */
const LINE_EVERY = 5_000;

export interface ProgressBar {
  show(progress: Progress): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

/** On standard error: a bar on a terminal, else a line every few seconds. */
export function createProgressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  let shown = '';
  let lastLine = Number.NEGATIVE_INFINITY;
  return {
    show(progress) {
      const text = describe(progress);
      if (text === shown) return;
      shown = text;
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${bar(progress.percent)} ${text}`);
        return;
      }
      const now = performance.now();
      if (now - lastLine < LINE_EVERY) return;
      lastLine = now;
      stream.write(`${text}\n`);
    },
    end() {
      if (stream.isTTY && shown !== '') stream.write('\r\u001b[2K');
    },
  };
}

const describe = ({ percent, step, done, total, objects, bytes }: Progress): string =>
  `${String(percent)} % · ${step} ${String(done)} of ${String(total)} · ${String(objects)} objects · ${inBytes(bytes)}`;

function bar(percent: number): string {
  const filled = Math.round((percent / 100) * WIDTH);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** As people read it: three digits and a unit. */
export function inBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  return `${unit === 0 ? String(value) : value.toPrecision(3)} ${UNITS[unit] ?? ''}`;
}
