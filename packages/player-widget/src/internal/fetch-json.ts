/** Answered JSON with the address it came from (after redirects: relative URLs in it resolve against that). */
export type Fetched =
  | { readonly ok: true; readonly json: unknown; readonly url: string }
  /** `status` is 0 when there was no answer at all. */
  | { readonly ok: false; readonly status: number; readonly problem: string };

/** Milliseconds after which an answer counts as none: a hanging service must not keep viewers from the CDN. */
const PATIENCE = 6_000;

/** Never throws but for an aborted signal. */
export async function fetchJson(
  url: string,
  { signal, cache = 'default' }: { signal: AbortSignal; cache?: RequestCache },
): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      cache,
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
    });
    if (!response.ok)
      return { ok: false, status: response.status, problem: `${url} answered ${response.status}.` };
    return { ok: true, json: await response.json(), url: response.url || url };
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, status: 0, problem: `${url} could not be read: ${reason}` };
  }
}
