import { readConfig } from '../config.ts';
import type { Findings } from '../sweep/findings.ts';
import { askOrRun } from './ask-or-run.ts';

/** `sweep`: looks once for what nobody has told, and prints what it found; what it found is then done by `serve` or `consume`. */
export async function sweepCommand(): Promise<number> {
  const findings = (await askOrRun(readConfig(process.env), { command: 'sweep' })) as Findings | null;
  if (findings === null) {
    process.stdout.write('Another process is sweeping.\n');
    return 0;
  }
  const found = Object.entries(findings).filter(([, count]) => count > 0);
  const lines = found.map(([finding, count]) => `${finding}: ${String(count)}`);
  process.stdout.write(`${lines.join('\n') || 'Nothing was found.'}\n`);
  return 0;
}
