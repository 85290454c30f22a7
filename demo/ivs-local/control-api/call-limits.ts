import type { Clock } from '../channels/clock.ts';
import { IvsError } from './ivs-errors.ts';

/** Calls a second, for each resource that they name or, where it says so, for the account. */
const LIMITS: Readonly<Record<string, { readonly perResource?: number; readonly perAccount?: number }>> = {
  PutMetadata: { perResource: 5, perAccount: 155 },
  GetStream: { perAccount: 5 },
  ListStreams: { perAccount: 5 },
  StopStream: { perAccount: 5 },
  CreateChannel: { perAccount: 5 },
  GetChannel: { perAccount: 5 },
  ListChannels: { perAccount: 5 },
  CreateRecordingConfiguration: { perAccount: 3 },
  GetRecordingConfiguration: { perAccount: 3 },
};

/** IVS's call limits: no second, wherever it begins, has more calls than are allowed. */
export class CallLimits {
  readonly #clock: Clock;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Throws ThrottlingException when the call is one too many; such a call does not count. */
  check(operation: string, resource: string): void {
    const { perResource, perAccount } = LIMITS[operation] ?? {};
    const checks = [
      { key: `${operation} ${resource}`, limit: perResource, whose: `resource: ${resource}` },
      { key: operation, limit: perAccount, whose: 'account' },
    ];
    const now = this.#clock();
    for (const { key, limit, whose } of checks) {
      const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - 1000);
      this.#calls.set(key, recent);
      if (limit === undefined || recent.length < limit) continue;
      throw new IvsError(
        'ThrottlingException',
        `Operation: ivs:${operation} exceeded call rate: ${limit} for ${whose}`,
      );
    }
    for (const { key, limit } of checks) if (limit !== undefined) this.#calls.get(key)?.push(now);
  }
}
