/** The deepest folder that holds both keys, with its slash; one of the two may be such a folder already. */
export function sharedFolder(a: string, b: string): string {
  if (b.startsWith(a) && a.endsWith('/')) return a;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.slice(0, a.lastIndexOf('/', at - 1) + 1);
}
