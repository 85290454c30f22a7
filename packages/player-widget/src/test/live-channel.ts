import type { EngineStreams } from './engine-streams.ts';

/** A channel of the test's own on the local IVS, on air. */
export interface LiveChannel {
  readonly url: string;
  /** Ends the stream, or makes one of the local IVS's mishaps happen to it. */
  post(path: 'stop' | `mishaps/${string}`, body?: object): Promise<void>;
}

export async function goLive({ control, live }: EngineStreams, options: object = {}): Promise<LiveChannel> {
  const channels = new URL('.', control);
  const { id } = (await post(new URL('../channels', channels), { name: 'own' })) as { id: string };
  const own = new URL(`${id}/`, channels);
  await post(new URL('go-live', own), { prerollSeconds: 12, ...options });
  return {
    url: live.replace(/\/hls\/[^/]+/, `/hls/${id}`),
    post: async (path, body) => void (await post(new URL(path, own), body)),
  };
}

async function post(url: URL, body: object = {}): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url.href} answered ${response.status}: ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}
