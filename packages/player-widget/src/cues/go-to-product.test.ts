import { expect } from '@open-wc/testing';
import type { Timeline } from '@vitrine/product-cues';
import { timeRange } from '../media/live-window.ts';
import { FakeEngine } from '../test/fake-engine.ts';
import { goToProduct } from './go-to-product.ts';

/** Live, with what can be rewound from 60 s on. */
class Rewindable extends FakeEngine {
  override get targetLiveWindow(): number {
    return 30;
  }
  override get seekable(): TimeRanges {
    return timeRange(60, 90);
  }
}

const TIMELINE: Timeline = {
  clock: [],
  cues: [
    { n: 1, time: 0, show: ['mug'], origin: 'in-band' },
    { n: 2, time: 40, show: ['lamp'], origin: 'in-band' },
    { n: 3, time: 70, show: ['vase', 'mug'], origin: 'in-band' },
  ],
};

async function opened(engine: FakeEngine): Promise<FakeEngine> {
  await engine.load({ type: 'live', url: 'show' });
  return engine;
}

describe('goToProduct', () => {
  it('goes to where a product is first shown, and nowhere for one that never is', async () => {
    const engine = await opened(new FakeEngine({ show: { duration: 90 } }));
    expect(goToProduct(engine, TIMELINE, 'lamp')).to.equal(true);
    expect(engine.currentTime).to.be.closeTo(40, 0.02);
    expect(goToProduct(engine, TIMELINE, 'sofa')).to.equal(false);
    expect(engine.currentTime).to.be.closeTo(40, 0.02);
  });

  it('goes live no further back than one can rewind', async () => {
    const engine = await opened(new Rewindable({ show: { duration: Infinity } }));
    engine.currentTime = 85;
    expect(goToProduct(engine, TIMELINE, 'lamp'), 'only before').to.equal(false);
    expect(engine.currentTime).to.equal(85);
    expect(goToProduct(engine, TIMELINE, 'mug'), 'before, and again').to.equal(true);
    expect(engine.currentTime).to.be.closeTo(70, 0.02);
  });

  it('goes nowhere where nothing can be rewound', async () => {
    const engine = await opened(new FakeEngine({ show: { duration: Infinity } }));
    expect(goToProduct(engine, TIMELINE, 'mug')).to.equal(false);
  });
});
