import { cpus, loadavg } from 'node:os';
import { median, table } from '../publish/tables.ts';
import type { Row } from './bench-first-frame.ts';
import type { Load } from './measure.ts';
import type { Tenth } from './measure-tenth.ts';

const FOUR = ['mux-player', 'vidstack', 'video.js', 'cloudinary-video-player, shoppable'];
const HLS = 'hls.js light';
const IVS = 'amazon-ivs-player';
const OURS = 'vitrine';

export function machine(): string {
  const [cpu] = cpus();
  const load = loadavg().map((value) => value.toFixed(1));
  return `${String(cpus().length)} × ${cpu?.model.trim() ?? 'processor'}, Node ${process.version}, load ${load.join(' ')}`;
}

/** The middle of what was measured. */
function middle(row: Row | undefined, pick: (load: Load) => number): number {
  return median(row?.loads.map(pick) ?? []);
}

const firstFrame = (load: Load): number => load.firstFrame;

export function loadTable(rows: readonly Row[]): string {
  const bare = rows.find(({ name }) => name === HLS) ?? rows.find(({ name }) => name === IVS);
  return table(
    [
      'page',
      'first frame, ms: median (least to most)',
      `÷ ${bare?.name ?? 'bare'}`,
      'picture',
      'kB before it',
      'requests before it',
      'blocked before it, ms',
      'blocked in all, ms',
      'layout shift',
    ],
    rows.map((row) => {
      const times = row.loads.map(firstFrame);
      const whole = (pick: (load: Load) => number): string => middle(row, pick).toFixed(0);
      return [
        row.name,
        `${whole(firstFrame)} (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`,
        (middle(row, firstFrame) / middle(bare, firstFrame)).toFixed(2),
        [...new Set(row.loads.map(({ width }) => width))].join(', '),
        whole(({ bytes }) => bytes / 1000),
        whole(({ requests }) => requests.length),
        whole(({ blockedBefore }) => blockedBefore),
        whole(({ blocked }) => blocked),
        Math.max(...row.loads.map(({ layoutShift }) => layoutShift)).toFixed(3),
      ];
    }),
  );
}

/** Each line that is to be reached, and whether it was. */
export function judge(rows: readonly Row[], tenth: Tenth | undefined): string {
  const time = (group: Row['group'], name: string): number =>
    middle(
      rows.find((row) => row.group === group && row.name === name),
      firstFrame,
    );
  const published = time('published', OURS);
  const best = Math.min(...FOUR.map((name) => time('published', name)).filter((ms) => ms > 0));
  const shift = Math.max(
    ...rows.filter(isOurs).flatMap(({ loads }) => loads.map((load) => load.layoutShift)),
  );
  const lines = [
    ['archive ÷ bare hls.js light', published / time('published', HLS), 0.6],
    ['archive ÷ bare hls.js light on the recording as IVS left it', published / time('recorded', HLS), 0.3],
    ['archive ÷ the best of the four players', Number.isFinite(best) ? published / best : NaN, 0.35],
    [
      'archive without a starter ÷ bare hls.js light',
      time('published', `${OURS} without starter`) / time('published', HLS),
      0.9,
    ],
    ['live ÷ bare amazon-ivs-player, one tag', time('live', OURS) / time('live', IVS), 0.75],
    [
      'live ÷ bare amazon-ivs-player, generated snippet',
      time('live', `${OURS}, named in advance`) / time('live', IVS),
      0.75,
    ],
    // In thousandths, as it is told: a seek bar's knob that moves by three pixels at once is a millionth.
    ['layout shift', Math.round(shift * 1000) / 1000, 0],
    [
      'tenth player of a page ÷ the page with one, bytes',
      (tenth?.tenthBytes ?? NaN) / (tenth?.firstBytes ?? NaN),
      0.15,
    ],
    ['tenth player of a page, MB of heap', (tenth?.heap ?? NaN) / 1e6, 2],
  ] as const;
  return table(
    ['line', 'measured', 'at most', ''],
    lines
      .filter(([, value]) => Number.isFinite(value))
      .map(([name, value, most]) => [
        name,
        value.toFixed(2),
        String(most),
        value <= most ? 'reached' : '**not reached**',
      ]),
  );
}

function isOurs({ name }: Row): boolean {
  return name.startsWith(OURS);
}
