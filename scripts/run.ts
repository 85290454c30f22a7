import { spawn } from 'node:child_process';

/** Runs a command with our Node first on the path, its output shown; resolves with its exit code. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

export interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs steps in order up to the first that fails, and says how long each took. @returns whether all passed. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  for (const [index, step] of steps.entries()) {
    const started = performance.now();
    console.log(`\n[${index + 1}/${steps.length}] ${step.name}`);
    const code = await run(step.command, step.args, step.env);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (code !== 0) {
      console.error(`✗ ${step.name} failed after ${seconds} s (exit code ${code})`);
      return false;
    }
    console.log(`✓ ${step.name}, ${seconds} s`);
  }
  return true;
}
