/** A running time for a facade: `22 min`, `1 h 5 min`, `45 s`. Units are the same in every language that we speak. */
export function formatLength(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60 ? ` ${minutes % 60} min` : '';
  return `${Math.floor(minutes / 60)} h${rest}`;
}
