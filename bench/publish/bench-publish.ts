import { cpus, loadavg, tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkStandIn } from './check-stand-in.ts';
import { startContender, startStandIn } from './children.ts';
import type { ContenderName } from './children.ts';
import type { Task } from './contender.ts';
import { BUCKET, makeRecording } from './recordings.ts';
import type { MadeRecording } from './recordings.ts';
import { median, memoryTable, timeTable } from './tables.ts';
import type { MemoryRow, TimeRow } from './tables.ts';

const USAGE = `npm run bench -- publish [--minutes 10,360] [--delays 0,30] [--rounds 5] [--memory-rounds 3] [--data <folder, kept>]`;

/** Publication against a bare SDK program, and memory against the recording's length. Prints Markdown. */
export async function benchPublish(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10,360' },
      delays: { type: 'string', default: '0,30' },
      rounds: { type: 'string', default: '5' },
      'memory-rounds': { type: 'string', default: '3' },
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'vitrine-bench-')));
  const times: Times[] = [];
  const memory: MemoryRow[] = [];
  try {
    for (const minutes of numbers(values.minutes)) {
      const recording = await makeRecording(folder, minutes);
      const rounds = Number(values.rounds);
      for (const delay of numbers(values.delays)) {
        times.push(
          await withStandIn(recording, delay, (endpoint) => compareTimes(recording, endpoint, delay, rounds)),
        );
      }
      const memoryRounds = Number(values['memory-rounds']);
      if (memoryRounds > 0) {
        memory.push(
          await withStandIn(recording, 0, (endpoint) => measureMemories(recording, endpoint, memoryRounds)),
        );
      }
    }
  } finally {
    if (values.data === undefined) await rm(folder, { recursive: true, force: true });
  }
  const [cpu] = cpus();
  console.log(`\n${String(cpus().length)} × ${cpu?.model.trim() ?? 'processor'}, Node ${process.version}, `);
  console.log(
    `load ${loadavg()
      .map((value) => value.toFixed(1))
      .join(' ')}\n`,
  );
  console.log(
    timeTable(
      times.map(({ clock }) => clock),
      's by the clock',
    ),
  );
  console.log(
    timeTable(
      times.map(({ processor }) => processor),
      's of the processor',
    ),
  );
  console.log(memoryTable(memory));
}

function numbers(list: string): readonly number[] {
  return list.split(',').map(Number);
}

async function withStandIn<Result>(
  { root }: MadeRecording,
  delay: number,
  measure: (endpoint: string) => Promise<Result>,
): Promise<Result> {
  const server = await startStandIn(root, delay);
  try {
    if (delay === 0) await checkStandIn(server.endpoint);
    return await measure(server.endpoint);
  } finally {
    await server.stop();
  }
}

let count = 0;

function taskOf({ prefix }: MadeRecording, endpoint: string, measure: Task['measure']): Task {
  count += 1;
  return { endpoint, bucket: BUCKET, prefix, name: `ev-${String(count)}`, measure };
}

interface Times {
  readonly clock: TimeRow;
  readonly processor: TimeRow;
}

/** Rounds until the code is compiled as it is in a process that has published before: one of an hour, or a few short ones. */
function warmUpsOf({ minutes }: MadeRecording): number {
  return Math.min(Math.ceil(60 / minutes), 4);
}

/** Both in turn, in processes that are warm, in an order that changes from round to round. */
async function compareTimes(
  recording: MadeRecording,
  endpoint: string,
  delay: number,
  rounds: number,
): Promise<Times> {
  const contenders = [startContender('publication'), startContender('bare-sdk')];
  const ms: number[][] = [[], []];
  const cpuMs: number[][] = [[], []];
  try {
    const warmUps = warmUpsOf(recording);
    for (let round = 1 - warmUps; round <= rounds; round += 1) {
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      for (const which of order) {
        const result = await contenders[which]?.run(taskOf(recording, endpoint, 'time'));
        if (round < 1 || !result) continue;
        ms[which]?.push(result.ms);
        cpuMs[which]?.push(result.cpuMs);
      }
      process.stderr.write('.');
    }
  } finally {
    process.stderr.write('\n');
    await Promise.all(contenders.map((contender) => contender.stop()));
  }
  const rowOf = ([publication = [], bare = []]: readonly number[][]): TimeRow => ({
    minutes: recording.minutes,
    delay,
    publication,
    bare,
  });
  return { clock: rowOf(ms), processor: rowOf(cpuMs) };
}

/** Each in a process of its own, so that no run profits from what another left. */
async function measureMemories(
  recording: MadeRecording,
  endpoint: string,
  rounds: number,
): Promise<MemoryRow> {
  const peaks = async (name: ContenderName, measure: Task['measure']): Promise<number> => {
    const bytes: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const contender = startContender(name);
      bytes.push((await contender.run(taskOf(recording, endpoint, measure))).memory);
      await contender.stop();
      process.stderr.write('.');
    }
    return median(bytes);
  };
  const row = {
    minutes: recording.minutes,
    held: await peaks('publication', 'held'),
    resident: await peaks('publication', 'resident'),
    bareResident: await peaks('bare-sdk', 'resident'),
  };
  process.stderr.write('\n');
  return row;
}
