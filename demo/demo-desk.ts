import type { AdminClient } from './admin-client.ts';
import { AutoHost, type AutoHostOptions } from './auto-host.ts';
import type { IvsLocal } from './ivs-local/start-ivs-local.ts';
import { DeskError, type EventDesk, type HostSwitch } from './shop/event-desk.ts';
import type { SeededEvent } from './seed-events.ts';

/** The desk behind the QA panel: highlights go to the service; ending is the encoder's doing, as in a real studio. */
export class DemoDesk implements EventDesk {
  readonly #admin: AdminClient;
  readonly #ivs: IvsLocal;
  #onAir: SeededEvent | undefined;
  #host: HostSwitch | undefined;
  #shift = new AbortController();

  constructor(admin: AdminClient, ivs: IvsLocal) {
    this.#admin = admin;
    this.#ivs = ivs;
  }

  get host(): HostSwitch | undefined {
    return this.#host;
  }

  /** Tells the desk what is on air, since nothing else may be ended from it. */
  takeOver(event: SeededEvent): void {
    this.#onAir = event;
  }

  /** Lets a host highlight what the clip shows until the event ends. */
  employHost(options: Omit<AutoHostOptions, 'signal'>): void {
    const host = new AutoHost({ ...options, signal: this.#shift.signal });
    this.#host = host;
    void host.run();
  }

  highlight(eventId: string, show: readonly string[]): Promise<unknown> {
    return this.#admin.request('POST', `/v1/admin/events/${encodeURIComponent(eventId)}/highlight`, { show });
  }

  async end(eventId: string): Promise<void> {
    const event = this.#onAir;
    if (event?.id !== eventId) throw new DeskError(409, 'NOT_ON_AIR', 'This event is not on air.');
    this.leave();
    await this.#ivs.stopStream(event.channelArn);
  }

  /** The host goes home, and nothing can be ended any more. */
  leave(): void {
    this.#shift.abort();
    this.#host = undefined;
    this.#onAir = undefined;
  }
}
