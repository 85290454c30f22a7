import type { Socket } from 'node:net';

/** Bytes of one connection before it is another's turn: a packet. */
const PACKET = 1460;
/** Bytes of one connection that may wait; more stay at their origin. */
const MOST_WAITING = 512 * 1024;
/** Milliseconds of lateness that are made up for: timers of a busy machine are late, a link is not. */
const CATCH_UP = 30;

interface Lane {
  readonly origin: Socket;
  readonly client: Socket;
  readonly waiting: Buffer[];
  bytes: number;
  ended: boolean;
}

/** A link of fixed capacity, shared packet by packet among the connections that have something to send. */
export class Downlink {
  readonly #bytesPerMs: number;
  readonly #delay: number;
  readonly #onArrival: (bytes: number) => void;
  #lanes: Lane[] = [];
  #last = 0;
  #credit = 0;
  #running = false;

  /** @param delay - milliseconds from the end of the link to the browser */
  constructor(bytesPerMs: number, delay: number, onArrival: (bytes: number) => void) {
    this.#bytesPerMs = bytesPerMs;
    this.#delay = delay;
    this.#onArrival = onArrival;
  }

  /** From now on what the origin sends reaches the client by this link. */
  join(origin: Socket, client: Socket): void {
    const lane: Lane = { origin, client, waiting: [], bytes: 0, ended: false };
    origin.on('data', (bytes) => {
      lane.waiting.push(bytes);
      lane.bytes += bytes.length;
      if (lane.bytes > MOST_WAITING) origin.pause();
      this.#enter(lane);
    });
    origin.on('end', () => {
      lane.ended = true;
      this.#enter(lane);
    });
    client.on('close', () => {
      this.#lanes = this.#lanes.filter((other) => other !== lane);
    });
  }

  #enter(lane: Lane): void {
    if (!this.#lanes.includes(lane)) this.#lanes.push(lane);
    if (this.#running) return;
    this.#running = true;
    this.#last = performance.now();
    this.#credit = 0;
    setTimeout(this.#serve, 1);
  }

  readonly #serve = (): void => {
    const now = performance.now();
    this.#credit += Math.min(now - this.#last, CATCH_UP) * this.#bytesPerMs;
    this.#last = now;
    const sent = new Map<Lane, Buffer[]>();
    while (this.#credit > 0 && this.#lanes.length > 0) {
      const [lane, ...others] = this.#lanes as [Lane, ...Lane[]];
      const packet = take(lane);
      if (packet) sent.set(lane, [...(sent.get(lane) ?? []), packet]);
      this.#credit -= packet?.length ?? 0;
      this.#lanes = lane.bytes > 0 ? [...others, lane] : others;
      if (lane.bytes === 0 && lane.ended) setTimeout(() => lane.client.end(), this.#delay + 1);
    }
    for (const [lane, packets] of sent) this.#deliver(lane.client, Buffer.concat(packets));
    this.#running = this.#lanes.length > 0;
    if (this.#running) setTimeout(this.#serve, 1);
  };

  #deliver(client: Socket, bytes: Buffer): void {
    setTimeout(() => {
      if (!client.writable) return;
      this.#onArrival(bytes.length);
      client.write(bytes);
    }, this.#delay);
  }
}

function take(lane: Lane): Buffer | undefined {
  const [first, ...rest] = lane.waiting;
  if (!first) return undefined;
  const packet = first.subarray(0, PACKET);
  if (first.length > PACKET) lane.waiting[0] = first.subarray(PACKET);
  else lane.waiting.splice(0, lane.waiting.length, ...rest);
  lane.bytes -= packet.length;
  if (lane.bytes < MOST_WAITING / 2) lane.origin.resume();
  return packet;
}
