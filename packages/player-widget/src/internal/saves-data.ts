/** Whether somebody has asked pages to be sparing with data: what is heavy then waits until they want it. */
export function savesData(): boolean {
  // Chromium tells; others may with CSS.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return !!connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches;
}
