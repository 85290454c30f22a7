import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { placePanel } from './panel-place.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

describe('placePanel', () => {
  it('is at the side of a wide player', () => {
    expect(placePanel({ left: 40, top: 80, width: 960, height: 540 }, DESKTOP).kind).to.equal('side');
    expect(
      placePanel({ left: 0, top: 0, width: 844, height: 390 }, { width: 844, height: 390 }).kind,
    ).to.equal('side');
  });

  it('is over the lower part of a tall one', () => {
    expect(placePanel({ left: 0, top: 0, ...PHONE }, PHONE).kind).to.equal('lower');
  });

  it('is below a small one, on the page', () => {
    expect(placePanel({ left: 0, top: 60, width: 390, height: 219 }, PHONE)).to.deep.equal({
      kind: 'page',
      left: 0,
      width: 390,
      height: 565,
    });
  });

  it('is all there is where too little is left of the player, as on a page at 400 %', () => {
    expect(placePanel({ left: 0, top: 20, width: 320, height: 180 }, { width: 320, height: 256 })).to.include(
      {
        kind: 'cover',
        width: 320,
        height: 256,
      },
    );
  });

  it('is within the window, never over most of a player without saying so, and large enough to use', () => {
    const size = fc.record({
      width: fc.integer({ min: 240, max: 3000 }),
      height: fc.integer({ min: 180, max: 2000 }),
    });
    const box = fc.record({
      left: fc.integer({ min: -200, max: 2000 }),
      top: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 100, max: 2600 }),
      height: fc.integer({ min: 60, max: 2000 }),
    });
    fc.assert(
      fc.property(box, size, (player, viewport) => {
        const place = placePanel(player, viewport);
        if (!('width' in place)) return;
        expect(place.left).to.be.at.least(0);
        expect(place.left + place.width).to.be.at.most(viewport.width);
        expect(place.height).to.be.at.most(viewport.height);
        expect(place.height).to.be.at.least(Math.min(320, viewport.height));
        if (place.kind === 'page')
          expect(viewport.height - place.height).to.be.at.least(player.top + player.height / 2);
      }),
      { numRuns: 500 },
    );
  });
});
