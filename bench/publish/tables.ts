export interface TimeRow {
  readonly minutes: number;
  /** In ms, of each round. */
  readonly publication: readonly number[];
  readonly bare: readonly number[];
}

export interface MemoryRow {
  readonly minutes: number;
  /** Bytes above idle. */
  readonly resident: number;
  readonly held: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

export function timeTable(rows: readonly TimeRow[]): string {
  return table(
    ['recording', 'bare SDK, s', 'publication, s', 'bare ÷ publication', 'of each round'],
    rows.map(({ minutes, publication, bare }) => {
      const ratios = publication.map((ms, round) => (bare[round] ?? NaN) / ms);
      return [
        lengthOf(minutes),
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
  return table(
    [
      'recording',
      'peak above idle, collector forced, MB',
      '÷ shortest',
      'resident peak above idle, MB',
      '÷ shortest',
    ],
    rows.map(({ minutes, resident, held }) => [
      lengthOf(minutes),
      (held / 1e6).toFixed(1),
      (held / (first?.held ?? NaN)).toFixed(2),
      (resident / 1e6).toFixed(1),
      (resident / (first?.resident ?? NaN)).toFixed(2),
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

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
