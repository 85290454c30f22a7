import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

/** Runs a command with our Node first on the path, its output shown; resolves with its exit code. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return ended(spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }));
}

/** The same beside others: each line of the output says whose it is. */
function runBeside(
  { name, command, args, env, givesWay }: Step,
  onLine: (line: string) => void,
): Promise<number> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  if (givesWay && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => {
      console.log(`${name} | ${line}`);
      onLine(line);
    });
  return ended(child);
}

function ended(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // Not at its exit: what it has said may still be on its way.
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Beside others it gets what they leave of the machine. */
  readonly givesWay?: boolean;
  /** Of those beside it: begins when that one has ended. */
  readonly after?: Step;
  /** Those after it need nothing of it: where it fails they are run all the same, so that one run tells of all that is wrong. */
  readonly isTest?: boolean;
}

/**
 * Runs steps in order up to the first that fails and others need, and says how long each took. Those that stand together run side by side: each leaves a part
 * of the machine to the others. @returns whether all passed.
 */
export async function runSteps(steps: readonly (Step | readonly Step[])[]): Promise<boolean> {
  const failures: string[] = [];
  for (const [index, step] of steps.entries()) {
    const beside = 'command' in step ? [step] : step;
    console.log(`\n[${index + 1}/${steps.length}] ${beside.map(({ name }) => name).join(', ')}`);
    const running = new Map<Step, Promise<boolean>>();
    for (const one of beside) running.set(one, inTurn(one, running, beside.length > 1, failures));
    const passed = await Promise.all(running.values());
    if (beside.some(({ isTest }, one) => !passed[one] && !isTest)) break;
  }
  // Once more where one looks first: thousands of lines may lie between a failure and the end.
  if (failures.length > 0) console.error(`\nWhat failed:\n${failures.join('\n')}`);
  return failures.length === 0;
}

/** How both of our test runners mark a test that failed. */
const FAILED = /[✗❌]/u;
/** Lines after it that say why. */
const REASON = 14;
/** Lines of a step that are said again, at the most. */
const SAID_AGAIN = 120;

/** Keeps the lines of a step that tell of failures. */
function keepFailures(): { take(line: string): void; readonly lines: readonly string[] } {
  const lines: string[] = [];
  let left = 0;
  return {
    lines,
    take(line) {
      if (FAILED.test(line)) left = REASON;
      if (left > 0 && line.trim() && lines.length < SAID_AGAIN) lines.push(line);
      left -= 1;
    },
  };
}

async function inTurn(
  step: Step,
  running: ReadonlyMap<Step, Promise<boolean>>,
  isBeside: boolean,
  failures: string[],
): Promise<boolean> {
  if (step.after) await running.get(step.after);
  const { take, lines } = keepFailures();
  const passed = await timed(step, () =>
    isBeside ? runBeside(step, take) : run(step.command, step.args, step.env),
  );
  if (!passed) failures.push(`✗ ${step.name}`, ...lines.map((line) => `${step.name} | ${line}`));
  return passed;
}

async function timed({ name }: Step, act: () => Promise<number>): Promise<boolean> {
  const started = performance.now();
  const code = await act();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code === 0) console.log(`✓ ${name}, ${seconds} s`);
  else console.error(`✗ ${name} failed after ${seconds} s (exit code ${code})`);
  return code === 0;
}
