/** Milliseconds. */
const PATIENCE = 10_000;

export interface FetchedText {
  readonly text: string;
  /** Where it came from, after redirects: relative URLs in it resolve against that. */
  readonly url: string;
}

/**
 * A text of at most so many bytes; of a longer one no more is read. Rejects with an Error that names the URL.
 *
 * @param most - in bytes, before they are text
 */
export async function fetchText(
  url: string,
  { most, signal }: { most: number; signal: AbortSignal },
): Promise<FetchedText> {
  const patience = AbortSignal.timeout(PATIENCE);
  const response = await fetch(url, {
    credentials: 'omit',
    signal: AbortSignal.any([signal, patience]),
  }).catch((cause: unknown) => {
    throw new Error(`${url} could not be read: ${String(cause)}`, { cause });
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const read = await reader?.read();
    if (!read?.value) return { text: text + decoder.decode(), url: response.url || url };
    size += read.value.byteLength;
    if (size > most) {
      void reader?.cancel();
      throw new Error(`${url} should have at most ${most} bytes.`);
    }
    text += decoder.decode(read.value, { stream: true });
  }
}
