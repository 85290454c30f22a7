import { expect } from '@open-wc/testing';
import { product } from '../../test/fixtures.ts';
import { deep, stage, type Stage } from '../../test/stage.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { smallPlayerStyles } from './small-player.styles.ts';
import { VitrineSmallPlayer } from './vitrine-small-player.ts';
import { waitUntil } from '../../test/wait-until.ts';

describe('<vitrine-small-player>', () => {
  let on: Stage;
  let small: VitrineSmallPlayer;

  async function show(lang = 'en'): Promise<void> {
    const products = [product('mug', { title: 'Stoneware mug' }), product('lamp')];
    on = await stage({ products, width: 220, height: 124, lang });
    on.store.update({ shown: products.map((one) => ({ product: one, at: undefined })) });
    small = new VitrineSmallPlayer();
    small.store = on.store;
    on.base.append(small);
    adoptStyles(small, smallPlayerStyles);
    await small.updateComplete;
  }

  const button = (label: string): HTMLElement | undefined => deep(small, `button[aria-label="${label}"]`);

  it('is accessible, with everything within its box', async () => {
    await show();
    small.onClose = () => undefined;
    small.requestUpdate();
    await expect(small).to.be.accessible();
    const box = on.base.getBoundingClientRect();
    for (const one of small.querySelectorAll('button')) {
      const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(40);
      expect(left).to.be.at.least(box.left);
      expect(right).to.be.at.most(box.right);
      expect(top).to.be.at.least(box.top);
      expect(bottom).to.be.at.most(box.bottom);
    }
  });

  it('plays, pauses and sounds through the port, and says which comes next', async () => {
    await show();
    button('Play')?.click();
    await waitUntil(() => button('Pause'));
    expect(on.engine.paused).to.equal(false);
    button('Pause')?.click();
    await waitUntil(() => button('Play'));
    on.engine.muted = true;
    await waitUntil(() => button('Unmute'));
    button('Unmute')?.click();
    await waitUntil(() => button('Mute'));
    expect(on.engine.muted).to.equal(false);
  });

  it('shows the main product alone, as it is now, and hands it on', async () => {
    await show();
    const chosen: string[] = [];
    small.onProduct = ({ id }) => chosen.push(id);
    const shown = (): readonly (string | undefined)[] =>
      [...small.querySelectorAll<HTMLElement>('[data-small-product]')].map(
        ({ dataset }) => dataset['smallProduct'],
      );
    expect(shown()).to.deep.equal(['mug']);
    small.querySelector<HTMLElement>('[data-small-product]')?.click();
    expect(chosen).to.deep.equal(['mug']);
    on.store.update({ shown: [] });
    await small.updateComplete;
    expect(shown()).to.deep.equal([]);
  });

  it('has no button to close where nobody says what that does', async () => {
    await show();
    expect(button('Close')).to.equal(undefined);
    expect(button('Back to the page')).not.to.equal(undefined);
  });
});
