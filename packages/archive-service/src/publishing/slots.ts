/** What can wait, and what others wait for. */
export type Urgency = 'patient' | 'urgent';

/**
 * So many things at once. Who finds no place waits for one, in turn: first what is urgent, but never in more places than are left when those that are kept for the patient are
 * taken away, for as long as anybody is waiting for them.
 */
export class Slots {
  readonly #mostUrgent: number;
  #free: number;
  #urgent = 0;
  readonly #waiting: Readonly<Record<Urgency, (() => void)[]>> = { urgent: [], patient: [] };

  constructor(count: number, keptForThePatient: number) {
    this.#free = count;
    this.#mostUrgent = count - keptForThePatient;
  }

  /** Resolves with a place, which is to be given back. */
  async take(urgency: Urgency): Promise<void> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting[urgency].push(resolve));
    else this.#enter(urgency);
  }

  give(urgency: Urgency): void {
    this.#free += 1;
    if (urgency === 'urgent') this.#urgent -= 1;
    const { urgent, patient } = this.#waiting;
    const next = urgent.length > 0 && (this.#urgent < this.#mostUrgent || patient.length === 0);
    const goOn = next ? urgent.shift() : patient.shift();
    if (!goOn) return;
    this.#enter(next ? 'urgent' : 'patient');
    goOn();
  }

  #enter(urgency: Urgency): void {
    this.#free -= 1;
    if (urgency === 'urgent') this.#urgent += 1;
  }
}
