/** What the QA panel may do, in the demo's own words; whoever implements it holds the key. */
export interface EventDesk {
  /** Puts products on screen; an empty list clears it. Answers what the service said. */
  highlight(eventId: string, show: readonly string[]): Promise<unknown>;
  /** Takes the event off air. */
  end(eventId: string): Promise<void>;
  readonly host: HostSwitch | undefined;
}

/** The automatic host, which can be silenced. */
export interface HostSwitch {
  on: boolean;
}

/** A refusal that a person at the panel should read. */
export class DeskError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DeskError';
    this.status = status;
    this.code = code;
  }
}
