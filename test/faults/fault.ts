import { PUBLICATION_STEPS } from '@vitrine/archive-service';
import type { StoreWatch } from '@vitrine/archive-service/testing';
import type { Show } from './faulty-world.ts';

export type Checkpoint = (step: string, eventId: string) => Promise<void>;

/**
 * `before`: the store refuses · `after`: it does what it is asked, and its answer is lost · `breaks`: what is read from it breaks off ·
 * `database`: the database is away.
 */
export type FaultKind = 'before' | 'after' | 'breaks' | 'database';

/** Steps after which a fault may come; `''`: before the first. */
export const PLACES: readonly string[] = [
  '',
  ...PUBLICATION_STEPS.slice(0, -1),
  'move-pointer:id',
  'move-pointer',
];

interface Fault {
  readonly kind: FaultKind;
  readonly place: string;
  readonly show: Show;
  state: 'waiting' | 'armed' | 'done';
}

/** Faults of a store, each of which comes once: at the first call of its event after a step. */
export class Faults {
  readonly #faults: Fault[] = [];
  readonly #breakDatabase: (() => Promise<void>) | undefined;

  constructor(breakDatabase?: () => Promise<void>) {
    this.#breakDatabase = breakDatabase;
  }

  add(fault: Omit<Fault, 'state'>): void {
    this.#faults.push({ ...fault, state: fault.place === '' ? 'armed' : 'waiting' });
  }

  /** Faults that have not come. */
  get left(): readonly string[] {
    return this.#faults
      .filter(({ state }) => state !== 'done')
      .map(({ kind, place }) => `${kind} after ${place || 'nothing'}`);
  }

  readonly checkpoint: Checkpoint = async (step, eventId) => {
    const fault = this.#faults.find((other) => other.show.eventId === eventId);
    if (fault?.place !== step || fault.state !== 'waiting') return;
    fault.state = 'armed';
    if (fault.kind !== 'database') return;
    fault.state = 'done';
    await this.#breakDatabase?.();
  };

  readonly before: NonNullable<StoreWatch['before']> = ({ key }) => {
    if (this.#take('before', key)) throw new Error('the store is away');
  };

  readonly after: NonNullable<StoreWatch['after']> = ({ key }) => {
    if (this.#take('after', key)) throw new Error('the answer of the store was lost');
  };

  readonly breaksAfter: NonNullable<StoreWatch['breaksAfter']> = ({ key }) =>
    this.#take('breaks', key) ? 100 : undefined;

  #take(kind: FaultKind, key: string): boolean {
    const fault = this.#faults.find(
      (other) => other.kind === kind && other.state === 'armed' && isOf(key, other.show),
    );
    if (!fault) return false;
    fault.state = 'done';
    return true;
  }
}

/** Whether an object belongs to a show: to its archive, its pointers or its recording. */
function isOf(key: string, { eventId, slug, prefix }: Show): boolean {
  return key.includes(`/${eventId}`) || key === `v1/events/${slug}` || key.startsWith(`${prefix}/`);
}
