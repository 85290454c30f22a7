import { expect, oneEvent } from '@open-wc/testing';
import { FakeEngine } from '../../test/fake-engine.ts';
import { until } from '../../test/happenings.ts';
import { press, shellStage, type ShellStage } from '../../test/shell-stage.ts';

/** As on an iPhone: no element may go fullscreen. */
async function withoutFullscreen(): Promise<ShellStage> {
  const engine = new FakeEngine({ show: { duration: 60 } });
  await engine.load({ type: 'archive', url: 'show', captions: false });
  const on = await shellStage(engine);
  Object.defineProperty(on.host, 'requestFullscreen', { value: () => Promise.reject(new TypeError()) });
  return on;
}

async function fill(on: ShellStage): Promise<void> {
  const button = on.button('Fullscreen');
  button.focus();
  button.click();
  await until('the page is filled', () => on.host.hasAttribute('data-filled'));
}

const size = ({ host }: ShellStage): readonly number[] => {
  const { left, top, width, height } = host.getBoundingClientRect();
  return [left, top, width, height];
};

describe('a player that fills the page', () => {
  const entries = history.length;
  /** Going back takes a moment, and the next test begins after it. */
  const settled = (): Promise<void> =>
    until(
      'the history is as it was',
      () => !(history.state as { vitrineFills?: boolean } | null)?.vitrineFills,
    );
  afterEach(settled);

  it('is accessible', async () => {
    const on = await withoutFullscreen();
    await fill(on);
    await expect(on.host).to.be.accessible();
    on.base.querySelector<HTMLElement>('.leave-page')?.click();
    on.close();
  });

  it('has all of it, wherever it lies and however large the page makes it', async () => {
    const on = await withoutFullscreen();
    const before = size(on);
    const { parentElement } = on.host;
    if (parentElement)
      parentElement.style.cssText = 'transform: rotate(0.01deg); overflow: hidden; width: 200px';
    await fill(on);
    expect(size(on)).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    expect(on.button('Exit Fullscreen').checkVisibility()).to.equal(true);
    expect(on.focused(), 'the focus stays').to.equal(on.button('Exit Fullscreen'));
    on.button('Exit Fullscreen').click();
    if (parentElement) parentElement.style.cssText = '';
    expect(size(on)).to.deep.equal(before);
    expect(document.documentElement.style.overflow).to.equal('');
    expect(on.focused()).to.equal(on.button('Fullscreen'));
    on.close();
  });

  it('is left by Escape, by its own button and by going back', async () => {
    const on = await withoutFullscreen();
    await fill(on);
    press(document.body, 'Escape');
    expect(on.host.hasAttribute('data-filled')).to.equal(false);
    await settled();
    await fill(on);
    // Controls of video.js keep every key to themselves.
    press(on.button('Exit Fullscreen'), 'Escape');
    expect(on.host.hasAttribute('data-filled'), 'from a control').to.equal(false);
    await settled();
    await fill(on);
    on.base.querySelector<HTMLElement>('.leave-page')?.click();
    expect(on.host.hasAttribute('data-filled')).to.equal(false);
    expect(on.base.querySelector('.leave-page')).to.equal(null);
    await settled();
    await fill(on);
    const gone = oneEvent(window, 'popstate');
    history.back();
    await gone;
    expect(on.host.hasAttribute('data-filled')).to.equal(false);
    expect(history.length).to.be.at.most(entries + 1);
    on.close();
  });

  it('keeps the focus from what it covers, and not from a dialog that the page lays over it', async () => {
    const on = await withoutFullscreen();
    const button = document.createElement('button');
    const dialog = document.createElement('dialog');
    dialog.innerHTML = '<button>Pay</button>';
    document.body.append(button, dialog);
    await fill(on);
    button.focus();
    expect(document.activeElement).to.equal(on.host);
    dialog.showModal();
    expect(document.activeElement).to.equal(dialog.firstElementChild);
    dialog.close();
    press(document.body, 'Escape');
    button.remove();
    dialog.remove();
    on.close();
  });

  it('goes on doing so while other controls come, and stops when it is taken away', async () => {
    const on = await withoutFullscreen();
    await fill(on);
    on.close();
    expect(on.host.hasAttribute('data-filled')).to.equal(true);
    on.host.remove();
    await until('the page is its own again', () => document.documentElement.style.overflow === '');
    expect(on.host.hasAttribute('popover')).to.equal(false);
  });
});
