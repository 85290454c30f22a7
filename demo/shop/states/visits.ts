import { randomUUID } from 'node:crypto';

/** Visits that are kept in mind; an older one is in its first phase again. */
const MOST = 500;

/** In which phase each opened page of the gallery is, so that two people can look at one state. */
export class Visits {
  readonly #phases = new Map<string, number>();

  begin(): string {
    return randomUUID();
  }

  phaseOf(visit: string): number {
    return this.#phases.get(visit) ?? 0;
  }

  setPhase(visit: string, phase: number): void {
    this.#phases.delete(visit);
    this.#phases.set(visit, phase);
    const [oldest] = this.#phases.keys();
    if (this.#phases.size > MOST && oldest !== undefined) this.#phases.delete(oldest);
  }
}
