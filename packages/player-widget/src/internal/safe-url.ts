/**
 * An absolute http or https URL, or `undefined` for anything else.
 * Event and product JSON come from others: a `javascript:` or `data:` address must reach no link and no picture.
 */
export function safeUrl(text: string | null | undefined, base: string): string | undefined {
  if (!text) return undefined;
  const url = URL.parse(text, base);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}
