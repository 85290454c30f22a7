/** What the shop needs to know of an event to list it; the element itself fetches the rest. */
export interface ListedEvent {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly status: string;
  readonly poster?: string;
  readonly productCount?: number;
  /** Seconds; archives only. */
  readonly duration?: number;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function readOne(json: unknown): ListedEvent[] {
  if (!isObject(json)) return [];
  const { id, slug, title, status, poster, products, playback } = json;
  if (typeof id !== 'string' || typeof slug !== 'string') return [];
  const duration = isObject(playback) ? playback['duration'] : undefined;
  return [
    {
      id,
      slug,
      title: typeof title === 'string' ? title : slug,
      status: typeof status === 'string' ? status : '',
      ...(typeof poster === 'string' && { poster }),
      ...(Array.isArray(products) && { productCount: products.length }),
      ...(typeof duration === 'number' && { duration }),
    },
  ];
}

/** Reads the service's `{"events": [...]}`, leaving out what is no event. Live ones come first. */
export function readListedEvents(json: unknown): readonly ListedEvent[] {
  const events = isObject(json) && Array.isArray(json['events']) ? json['events'].flatMap(readOne) : [];
  return events.toSorted((a, b) => Number(b.status === 'live') - Number(a.status === 'live'));
}
