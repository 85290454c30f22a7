/** What a bench's process left behind. */
type ExitCode = number;

interface Options {
  /** Runs one to its end. */
  readonly start: (name: string) => Promise<ExitCode>;
  readonly tell: (line: string) => void;
}

/** Runs all of them, one after the other, whatever becomes of any; resolves with those that failed. */
export async function runInTurn(
  names: readonly string[],
  { start, tell }: Options,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const [index, name] of names.entries()) {
    const from = performance.now();
    tell(`${name}, ${String(index + 1)} of ${String(names.length)} …`);
    const code = await start(name).catch((cause: unknown) => {
      tell(`${name}: ${String(cause)}`);
      return 1;
    });
    const minutes = ((performance.now() - from) / 60_000).toFixed(1);
    if (code !== 0) failed.push(name);
    tell(`${name} ${code === 0 ? 'done' : `FAILED with ${String(code)}`} after ${minutes} minutes`);
  }
  return failed;
}
