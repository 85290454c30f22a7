import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS, requireBrowser } from '../../scripts/find-browser.ts';
import { measureLoad, type Load } from './measure.ts';
import { measureTenth, type Tenth } from './measure-tenth.ts';
import { CONTENDERS, type Contender } from './pages/pages.ts';
import { judge, loadTable, machine } from './tables.ts';
import { startWorldProcess } from './world/start-world.ts';

const USAGE = `npm run bench -- first-frame [--rounds 7] [--groups published,recorded,live] [--only vitrine,hls.js] [--requests]`;
const CPU_SLOWDOWN = 4;

export interface Row extends Pick<Contender, 'name' | 'group'> {
  readonly loads: Load[];
}

/** Pages with our player and with others, in turn, on a slow network and processor. Prints Markdown; whether every line is reached. */
export async function benchFirstFrame(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '7' },
      groups: { type: 'string', default: 'published,recorded,live' },
      only: { type: 'string', default: '' },
      requests: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const groups = values.groups.split(',');
  const only = values.only.split(',');
  const entrants = CONTENDERS.map((contender, index) => ({ contender, index })).filter(
    ({ contender: { group, name } }) => groups.includes(group) && only.some((part) => name.startsWith(part)),
  );
  const rows: Row[] = entrants.map(({ contender: { name, group } }) => ({ name, group, loads: [] }));
  process.stderr.write('starting everything that the pages load …\n');
  const world = await startWorldProcess();
  const browser = await chromium
    .launch({
      executablePath: requireBrowser(),
      args: [...BROWSER_FLAGS, '--proxy-bypass-list=<-loopback>'],
      proxy: { server: `socks5://127.0.0.1:${String(world.proxyPort)}`, bypass: '<-loopback>' },
    })
    .catch(async (error: unknown) => {
      await world.stop();
      throw error;
    });
  let tenth: Tenth | undefined;
  try {
    const rounds = Number(values.rounds);
    // The first round warms up what serves the pages, and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      process.stderr.write(round === 0 ? 'warming up ' : `round ${String(round)} of ${String(rounds)} `);
      for (let turn = 0; turn < entrants.length; turn += 1) {
        // Another one begins each round.
        const which = (turn + round) % entrants.length;
        const url = world.pages[entrants[which]?.index ?? 0] ?? '';
        const load = await measureLoad(browser, url, { ...world, cpuSlowdown: CPU_SLOWDOWN }).catch(
          (error: unknown) => {
            process.stderr.write(`\n${rows[which]?.name ?? ''}: ${String(error).split('\n')[0] ?? ''}\n`);
          },
        );
        process.stderr.write('.');
        if (load && round > 0) rows[which]?.loads.push(load);
      }
      process.stderr.write('\n');
    }
    const conditions = { ...world, cpuSlowdown: CPU_SLOWDOWN };
    if (only.includes('')) tenth = await measureTenth(browser, world.several, conditions);
  } finally {
    await browser.close();
    await world.stop();
  }
  console.log(`\n${machine()}\n`);
  for (const group of groups) {
    const own = rows.filter((row) => row.group === group);
    console.log(`### ${group}\n\n${loadTable(own)}`);
    if (values.requests) own.forEach(printRequests);
  }
  console.log(judge(rows, tenth));
}

/** What was asked for before the first picture, of the load in the middle. */
function printRequests({ name, loads }: Row): void {
  const sorted = [...loads].sort((a, b) => a.firstFrame - b.firstFrame);
  const load = sorted[Math.floor(sorted.length / 2)];
  const [first] = load?.requests ?? [];
  if (!load || !first) return;
  console.log(`${name}: ${load.firstFrame.toFixed(0)} ms`);
  for (const { at, line } of load.requests)
    console.log(`  ${(at - first.at).toFixed(0).padStart(6)}  ${line}`);
  console.log('');
}
