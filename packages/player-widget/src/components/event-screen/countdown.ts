import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeOf } from '../../internal/format.ts';

/** Milliseconds: what is further away than a day is told in days. */
const DAY = 86_400_000;

/** Lets a screen render again each second while there is something to count down to. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Milliseconds until then, 0 when it is past; `undefined` without a time. Begins and ends to tick by itself. */
  until(iso: string | undefined): number | undefined {
    const left = iso === undefined ? Number.NaN : Date.parse(iso) - Date.now();
    const ticking = left > 0;
    if (ticking) this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1000);
    else this.hostDisconnected();
    return Number.isNaN(left) ? undefined : Math.max(0, left);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** `2 days, 3 hr`, or `03:12:45`, or `12:45`: as exact as one can wait for. */
export function formatCountdown(milliseconds: number, language: string): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
  if (milliseconds >= DAY) {
    const unit = (count: number, name: string): string =>
      new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: name, unitDisplay: 'long' }).format(
        count,
      );
    return [unit(days, 'day'), ...(hours > 0 ? [unit(hours, 'hour')] : [])].join(' ');
  }
  const digits = (count: number): string => String(count).padStart(2, '0');
  const clock = `${digits(Math.floor(seconds / 60) % 60)}:${digits(seconds % 60)}`;
  return hours > 0 ? `${digits(hours)}:${clock}` : clock;
}
