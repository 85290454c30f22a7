export interface TimeRow {
  readonly minutes: number;
  /** In ms, of each answer. */
  readonly delay: number;
  /** In ms, of each round. */
  readonly publication: readonly number[];
  readonly bare: readonly number[];
}

export interface MemoryRow {
  readonly minutes: number;
  /** Bytes above idle. */
  readonly held: number;
  readonly resident: number;
  readonly bareResident: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

export function timeTable(rows: readonly TimeRow[], unit: string): string {
  return table(
    [
      'recording',
      'S3 answers after',
      `bare SDK, ${unit}`,
      `publication, ${unit}`,
      'bare ÷ publication',
      'of each round',
    ],
    rows.map(({ minutes, delay, publication, bare }) => {
      const ratios = publication.map((ms, round) => (bare[round] ?? NaN) / ms);
      return [
        lengthOf(minutes),
        `${String(delay)} ms`,
        spread(bare),
        spread(publication),
        (median(bare) / median(publication)).toFixed(2),
        ratios.map((ratio) => ratio.toFixed(2)).join(' '),
      ];
    }),
  );
}

export function memoryTable(rows: readonly MemoryRow[]): string {
  const [first] = rows;
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  return table(
    [
      'recording',
      'held at most, collector forced, MB above idle',
      '÷ shortest',
      'resident at most, collector left alone, MB above idle',
      'the same of the bare SDK program',
    ],
    rows.map(({ minutes, held, resident, bareResident }) => [
      lengthOf(minutes),
      megabytes(held),
      (held / (first?.held ?? NaN)).toFixed(2),
      megabytes(resident),
      megabytes(bareResident),
    ]),
  );
}

function spread(ms: readonly number[]): string {
  const seconds = (value: number): string => (value / 1000).toFixed(2);
  return `${seconds(median(ms))} (${seconds(Math.min(...ms))} to ${seconds(Math.max(...ms))})`;
}

function lengthOf(minutes: number): string {
  return minutes < 60 ? `${String(minutes)} min` : `${String(minutes / 60)} h`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
