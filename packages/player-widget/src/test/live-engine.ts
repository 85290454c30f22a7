import { timeRange } from '../media/live-window.ts';
import { FakeEngine } from './fake-engine.ts';

const STREAM = 'https://live.example/show.m3u8';

/** A live stream that has a window of thirty seconds; how far it reaches is for the test to say. */
export class LiveFakeEngine extends FakeEngine {
  /** Media time of the newest picture. */
  end = 100;
  #elsewhere: number | undefined;

  constructor() {
    super(
      { [STREAM]: { duration: Infinity, clock: [{ time: 0, programTime: Date.now() - 100_000 }] } },
      'ivs',
    );
  }

  override get seekable(): TimeRanges {
    return timeRange(this.end - 30, this.end);
  }
  override get liveEdgeStart(): number {
    return this.end - 8;
  }
  override get targetLiveWindow(): number {
    return 22;
  }

  /** Plays six seconds behind the newest picture. */
  static async playing(): Promise<LiveFakeEngine> {
    const engine = new LiveFakeEngine();
    await engine.load({ type: 'live', url: STREAM });
    await engine.goTo(94);
    await engine.play();
    return engine;
  }

  /** Is somewhere else of a sudden. */
  arriveAt(time: number): void {
    this.#elsewhere = time;
    this.tell('timeupdate');
  }
  override get currentTime(): number {
    return this.#elsewhere ?? super.currentTime;
  }
  override set currentTime(time: number) {
    super.currentTime = time;
  }

  async goTo(time: number): Promise<void> {
    const seeked = new Promise((resolve) => this.addEventListener('seeked', resolve, { once: true }));
    this.currentTime = time;
    await seeked;
  }
}
