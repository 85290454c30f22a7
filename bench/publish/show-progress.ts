const WIDTH = 30;

/** A progress bar on a terminal, elsewhere a line. @returns what is told the share that is done, and what ends it */
export function showProgress(what: string): readonly [(share: number) => void, () => void] {
  const started = performance.now();
  const isTerminal = process.stderr.isTTY;
  const show = (share: number): void => {
    const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
    if (isTerminal) process.stderr.write(`\r${what} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %`);
  };
  if (!isTerminal) process.stderr.write(`${what} …`);
  return [
    show,
    () => {
      show(1);
      process.stderr.write(` ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
    },
  ];
}
