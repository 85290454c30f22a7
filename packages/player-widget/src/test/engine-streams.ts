/** What the test server offers at `/__streams`: a channel on air and a recording, each on an origin of its own. */
export interface EngineStreams {
  readonly live: string;
  /** URL of the channel's local control. */
  readonly control: string;
  readonly archive: string;
  /** URL of the recording's event JSON, published, with a starter. */
  readonly published: string;
  /** Folder of a recording with captions: `in-band.m3u8` has them in its pictures, `with-subtitles.m3u8` also beside them. */
  readonly captioned: string;
  /** URL of the event JSON of that recording, published, with a starter. */
  readonly publishedCaptions: string;
  readonly journal: readonly {
    readonly rendition: string;
    readonly text: string;
    readonly programTime: number;
    readonly frame: number;
  }[];
  readonly base: string;
  readonly nowhere: string;
  readonly troubles: string;
}

export async function engineStreams(): Promise<EngineStreams> {
  const response = await fetch('/__streams');
  return (await response.json()) as EngineStreams;
}

/** Where a text of the live stream stands. */
export async function liveProgramTimeOf(
  { control }: EngineStreams,
  text: string,
): Promise<number | undefined> {
  const response = await fetch(`${control}/journal`);
  const { journal } = (await response.json()) as Pick<EngineStreams, 'journal'>;
  return journal.find((entry) => entry.text === text)?.programTime;
}

export interface Trouble {
  /** How many requests it has met. */
  hits(): Promise<number>;
  end(): Promise<void>;
}

/** Files of the recording whose path matches answer with a status; where there is none, the connection breaks off. */
export async function makeTrouble(
  { troubles }: EngineStreams,
  path: string,
  status?: number,
): Promise<Trouble> {
  const headers = { 'content-type': 'application/json' };
  await fetch(troubles, { method: 'POST', headers, body: JSON.stringify({ path, status }) });
  return {
    hits: async () => Number(await (await fetch(troubles)).text()),
    end: async () => void (await fetch(troubles, { method: 'DELETE' })),
  };
}
