/** Ends a command that cannot do what it was asked to, with one line that says why. */
export function stop(line) {
  console.error(line);
  process.exit(1);
}
