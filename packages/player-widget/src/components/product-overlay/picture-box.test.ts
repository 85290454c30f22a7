import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { NO_BOX, pictureBox } from './picture-box.ts';

const size = fc.record({
  width: fc.integer({ min: 1, max: 5000 }),
  height: fc.integer({ min: 1, max: 5000 }),
});

describe('pictureBox', () => {
  it('leaves bars at the sides of a picture that is too narrow', () => {
    expect(pictureBox({ width: 400, height: 100 }, { width: 200, height: 100 })).to.deep.equal({
      left: 0.25,
      top: 0,
      width: 0.5,
      height: 1,
    });
  });

  it('takes the whole element until the picture is known', () => {
    expect(pictureBox({ width: 400, height: 100 }, { width: 0, height: 0 })).to.deep.equal(NO_BOX);
  });

  it('cuts, fills and moves the picture as the page’s style does', () => {
    const box = (objectFit: string, objectPosition = '50% 50%') =>
      pictureBox({ width: 400, height: 100 }, { width: 200, height: 100 }, { objectFit, objectPosition });
    expect(box('cover')).to.deep.equal({ left: 0, top: -0.5, width: 1, height: 2 });
    expect(box('cover', '50% 100%')).to.deep.equal({ left: 0, top: -1, width: 1, height: 2 });
    expect(box('fill')).to.deep.equal({ left: 0, top: 0, width: 1, height: 1 });
    expect(box('none', '100% 50%')).to.deep.equal({ left: 0.5, top: 0, width: 0.5, height: 1 });
    expect(box('contain', '40px 0px')).to.deep.equal({ left: 0.1, top: 0, width: 0.5, height: 1 });
    const large = { width: 800, height: 400 };
    expect(pictureBox({ width: 400, height: 100 }, large, { objectFit: 'scale-down' })).to.deep.equal(
      pictureBox({ width: 400, height: 100 }, large),
    );
  });

  it('keeps the picture’s shape, inside and in the middle, touching two edges', () => {
    fc.assert(
      fc.property(size, size, (element, picture) => {
        const box = pictureBox(element, picture);
        const shape = (box.width * element.width) / (box.height * element.height);
        expect(shape).to.be.closeTo(picture.width / picture.height, 1e-6 * shape);
        expect(Math.max(box.width, box.height)).to.be.closeTo(1, 1e-9);
        expect(box.left * 2 + box.width).to.be.closeTo(1, 1e-9);
        expect(box.top * 2 + box.height).to.be.closeTo(1, 1e-9);
      }),
    );
  });
});
