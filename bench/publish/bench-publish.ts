import { cpus, loadavg, tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startContender, startStandIn } from './children.ts';
import type { Task } from './contender.ts';
import { BUCKET, makeRecording } from './recordings.ts';
import type { MadeRecording } from './recordings.ts';
import { median, memoryTable, timeTable } from './tables.ts';
import type { MemoryRow, TimeRow } from './tables.ts';

const USAGE = `npm run bench -- publish [--minutes 10,360] [--rounds 5] [--memory-rounds 3] [--data <folder, kept>]`;

/** Publication against a bare SDK program, and memory against the recording's length. Prints Markdown. */
export async function benchPublish(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10,360' },
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
  const times: TimeRow[] = [];
  const memory: MemoryRow[] = [];
  try {
    for (const minutes of values.minutes.split(',').map(Number)) {
      const recording = await makeRecording(folder, minutes);
      const server = await startStandIn(recording.root);
      try {
        times.push(await compareTimes(recording, server.endpoint, Number(values.rounds)));
        memory.push(await measureMemories(recording, server.endpoint, Number(values['memory-rounds'])));
      } finally {
        await server.stop();
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
  console.log(timeTable(times));
  console.log(memoryTable(memory));
}

let count = 0;

function taskOf({ prefix }: MadeRecording, endpoint: string, measure: Task['measure']): Task {
  count += 1;
  return { endpoint, bucket: BUCKET, prefix, name: `ev-${String(count)}`, measure };
}

/** Both in turn, in processes that are warm, in an order that changes from round to round. */
async function compareTimes(recording: MadeRecording, endpoint: string, rounds: number): Promise<TimeRow> {
  const contenders = [startContender('publication'), startContender('bare-sdk')];
  const ms: number[][] = [[], []];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const order = round % 2 === 0 ? [0, 1] : [1, 0];
      for (const which of order) {
        const result = await contenders[which]?.run(taskOf(recording, endpoint, 'time'));
        // The first round warms both up.
        if (round > 0 && result) ms[which]?.push(result.ms);
        process.stderr.write('.');
      }
    }
  } finally {
    process.stderr.write('\n');
    await Promise.all(contenders.map((contender) => contender.stop()));
  }
  const [publication = [], bare = []] = ms;
  return { minutes: recording.minutes, publication, bare };
}

/** Each in a process of its own, so that no run profits from what another left. */
async function measureMemories(
  recording: MadeRecording,
  endpoint: string,
  rounds: number,
): Promise<MemoryRow> {
  const resident: number[] = [];
  const held: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const measure of ['memory', 'live-memory'] as const) {
      const contender = startContender('publication');
      const { memory } = await contender.run(taskOf(recording, endpoint, measure));
      await contender.stop();
      if (memory)
        (measure === 'memory' ? resident : held).push(measure === 'memory' ? memory.resident : memory.held);
      process.stderr.write('.');
    }
  }
  process.stderr.write('\n');
  return { minutes: recording.minutes, resident: median(resident), held: median(held) };
}
