import { CLIP_FPS, CLIP_FRAMES } from './demo-clip.ts';
import { readHostScript, type HostLine } from './host-script.ts';
import type { Step } from './progress.ts';
import { untilStatus } from './public-events.ts';
import { holdRecordedShow } from './recorded-show.ts';
import { productsAt, readSeedProducts } from './seed-catalogue.ts';
import { readSeedEvents, seedEvent, seedProducts, type SeededEvent } from './seed-events.ts';
import type { DemoParts } from './start-parts.ts';

export interface DemoEvents {
  readonly live: SeededEvent;
  readonly recorded: SeededEvent;
}

interface HoldOptions {
  readonly autoHost: boolean;
  readonly recordedShow: boolean;
  readonly step: Step;
  readonly signal: AbortSignal;
  readonly onProgress: (line: string) => void;
}

const DAY_MS = 86_400_000;

/** Fills the service and holds both events: one recorded yesterday and published now, one on air. */
export async function holdEvents(parts: DemoParts, options: HoldOptions): Promise<DemoEvents> {
  const { serviceUrl, ivs, logFile } = parts;
  const { step, signal } = options;
  const script = await readHostScript();
  const yesterday = Date.now() - DAY_MS;
  const events = await step('Products and events are in the catalogue', () => seed(parts, yesterday));

  const goLive = () =>
    step('One event is on air', async () => {
      await ivs.goLive(events.live.channelArn);
      await ivs.playable(events.live.channelArn);
      await untilStatus(serviceUrl, events.live.slug, 'live', { signal, logFile });
      parts.desk.takeOver(events.live);
      if (options.autoHost) employHost(parts, events.live, script, options);
    });
  const carry = () =>
    step('One event has gone from live to its archive', async () => {
      await holdRecordedShow(ivs, events.recorded, script, yesterday);
      await untilStatus(serviceUrl, events.recorded.slug, 'archived', { signal, logFile });
    });
  await Promise.all([goLive(), options.recordedShow ? carry() : undefined]);
  return events;
}

async function seed({ shopUrl, admin, ivs }: DemoParts, yesterday: number): Promise<DemoEvents> {
  const products = productsAt(shopUrl, await readSeedProducts());
  await seedProducts(admin, products);
  const { live, recorded } = await readSeedEvents();
  const make = async (event: typeof live, startsAt: number): Promise<SeededEvent> => {
    const { arn } = await ivs.createChannel(event.slug);
    const channel = { arn, name: event.slug };
    return seedEvent(admin, event, {
      channel,
      products,
      shopUrl,
      startsAt: new Date(startsAt).toISOString(),
    });
  };
  return { recorded: await make(recorded, yesterday), live: await make(live, Date.now()) };
}

function employHost(
  { desk, ivs, admin }: DemoParts,
  event: SeededEvent,
  script: readonly HostLine[],
  { signal, onProgress }: HoldOptions,
): void {
  desk.employHost({
    script,
    fps: CLIP_FPS,
    frames: CLIP_FRAMES,
    frame: () => ivs.position(event.channelArn).frame,
    async send({ frame: _, ...cue }) {
      try {
        await admin.request('POST', `/v1/admin/events/${event.id}/highlight`, cue);
      } catch (error) {
        // Between the end of the show and the host's going home this is no news.
        if (!signal.aborted && desk.host) onProgress(`A highlight was refused: ${(error as Error).message}`);
      }
    },
  });
}
