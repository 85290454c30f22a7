import type { EventSettings } from '../../event/event-settings.ts';
import { safeUrl } from '../../internal/safe-url.ts';

export type Preload = 'none' | 'metadata' | 'auto';

/** What an element's attributes ask for. A value that cannot be used counts as absent: a page with a slip shows the rest. */
export interface PlayerAttributes extends EventSettings {
  readonly preload: Preload;
  /** Seconds. */
  readonly startTime: number;
  readonly ivsAssets: string | undefined;
  /** Names of attributes whose values cannot be used. */
  readonly refused: readonly string[];
}

/** Names of the attributes that hold URLs; relative ones count from the page. */
const URLS = ['service', 'cdn', 'src', 'timeline', 'catalogue', 'poster', 'ivs-assets'] as const;

/** From the properties that go with them: when those are set, attributes follow only when the element is drawn. */
export function readAttributes(element: object): PlayerAttributes {
  const refused: string[] = [];
  const read = <Value>(name: string, parse: (text: string) => Value | undefined): Value | undefined => {
    const property = name.replace(/-./, ([, letter = '']) => letter.toUpperCase());
    const text: unknown = Reflect.get(element, property);
    if (text == null) return undefined;
    const value = parse(String(text).trim());
    if (value === undefined) refused.push(name);
    return value;
  };
  const oneOf = <Value extends string>(name: string, ...values: Value[]): Value | undefined =>
    read(name, (text) => values.find((value) => value === text));

  const [service, cdn, src, timeline, catalogue, , ivsAssets] = URLS.map((name) =>
    read(name, (text) => safeUrl(text, document.baseURI)),
  );
  return {
    service,
    cdn,
    src,
    timeline,
    catalogue,
    ivsAssets,
    eventId: read('event-id', (text) => text || undefined),
    streamType: oneOf('stream-type', 'live', 'on-demand') ?? 'on-demand',
    preload: oneOf('preload', 'none', 'metadata', 'auto') ?? 'metadata',
    startTime: read('start-time', seconds) ?? 0,
    refused,
  };
}

function seconds(text: string): number | undefined {
  const value = Number(text || NaN);
  return value >= 0 && value < Infinity ? value : undefined;
}

/** Whether there is anything to play. */
export function isComplete({ service, cdn, eventId, src }: EventSettings): boolean {
  return !!src || (!!(service ?? cdn) && !!eventId);
}
