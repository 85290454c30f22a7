import { expect } from '@open-wc/testing';
import type { PlaySource } from '../media/media-source.ts';
import { attachEngine } from '../test/attach-engine.ts';
import { engineStreams } from '../test/engine-streams.ts';
import { until } from '../test/happenings.ts';

const BrowserWorker = globalThis.Worker;

/** The browser's own workers, counted. */
class CountedWorker extends BrowserWorker {
  static running = 0;
  static messages: unknown[] = [];

  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    CountedWorker.running += 1;
    this.addEventListener('message', ({ data }) => CountedWorker.messages.push(data));
  }
  override terminate(): void {
    CountedWorker.running -= 1;
    super.terminate();
  }
}

describe('an engine’s worker', () => {
  beforeEach(() => {
    CountedWorker.messages = [];
    globalThis.Worker = CountedWorker;
  });
  afterEach(() => {
    globalThis.Worker = BrowserWorker;
  });

  async function playAndRemove(source: PlaySource, onPlaying: () => void): Promise<void> {
    const { engine, close } = await attachEngine(source);
    await engine.load(source);
    await engine.play();
    await until('it plays', () => engine.currentTime > 0.2);
    onPlaying();
    await close();
  }

  it('does hls.js’s work, and is gone with the engine', async () => {
    const source = { type: 'archive', url: (await engineStreams()).archive, captions: false } as const;
    for (let times = 0; times < 5; times++) {
      CountedWorker.messages = [];
      await playAndRemove(source, () => {
        const events = CountedWorker.messages.map((data) => (data as { event?: string }).event);
        expect(events).to.include('transmuxComplete');
        expect(CountedWorker.running).to.be.greaterThan(0);
      });
      await until('no worker is left', () => CountedWorker.running === 0);
    }
  });

  it('is gone with the IVS player', async () => {
    const source = { type: 'live', url: (await engineStreams()).live } as const;
    for (let times = 0; times < 3; times++) {
      await playAndRemove(source, () => expect(CountedWorker.running).to.be.greaterThan(0));
      await until('no worker is left', () => CountedWorker.running === 0);
    }
  });

  it('does not reach into what plays next on the same <video>', async () => {
    const { live, archive } = await engineStreams();
    const first = await attachEngine({ type: 'live', url: live });
    await first.engine.load(first.source);
    await first.engine.play();
    await until('it plays', () => first.engine.currentTime > 0.2);
    const source = { type: 'archive', url: archive, captions: false } as const;
    const second = await attachEngine(source, first.video);
    // Not awaited: the next source may be opened in the very same task.
    void first.engine.destroy();
    await second.engine.load(source);
    await second.engine.play();
    await until('the archive plays', () => second.engine.currentTime > 2);
    await second.close();
  });
});
