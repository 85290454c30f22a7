import { expect, oneEvent } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { FakeEngine } from '../../test/fake-engine.ts';
import { until } from '../../test/happenings.ts';
import { shellStage, type ShellStage } from '../../test/shell-stage.ts';

describe('the seek bar', () => {
  let engine: FakeEngine;
  let on: ShellStage;
  let slider: Element;
  let knob: HTMLElement;

  beforeEach(async () => {
    engine = new FakeEngine({ show: { duration: 600 } });
    await engine.load({ type: 'archive', url: 'show', captions: false });
    on = await shellStage(engine);
    slider = on.layer.querySelector('.vjs-progress-holder') ?? on.layer;
    knob = on.layer.querySelector<HTMLElement>('.vjs-play-progress') ?? on.layer;
  });
  afterEach(async () => {
    on.close();
    await engine.destroy();
    await resetMouse();
  });

  const told = (): number => Number(slider.getAttribute('aria-valuenow'));

  it('has the time at its knob written for whoever is there, playing or paused, and for nobody else', async () => {
    const tooltip = knob.querySelector('.vjs-time-tooltip') ?? knob;
    let writes = 0;
    const observer = new MutationObserver((records) => (writes += records.length));
    observer.observe(tooltip, { childList: true, characterData: true, subtree: true, attributes: true });
    await engine.play();
    const from = told();
    await until('the bar has moved', () => told() > from + 0.05);
    observer.disconnect();
    expect(writes).to.equal(0);

    engine.pause();
    engine.currentTime = 75;
    const bar = on.layer.querySelector('.vjs-progress-control') ?? on.layer;
    const { left, top, width, height } = bar.getBoundingClientRect();
    const entered = oneEvent(bar, 'pointerenter');
    await sendMouse({
      type: 'move',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
    await entered;
    await until(
      () => `it tells where one is, not ${tooltip.textContent}`,
      () => tooltip.textContent === '01:15',
    );
  });

  it('moves with time as it is told alone while nobody sees it, and is right at once when it comes', async () => {
    await engine.play();
    await until('the controls have gone', () => on.layer.hasAttribute('data-idle'));
    // Time goes on in the media, and is told to nobody.
    engine.freeze();
    Object.defineProperty(engine, 'currentTime', { configurable: true, value: 300 });
    engine.tell('playing');
    let moves = 0;
    const observer = new MutationObserver((records) => (moves += records.length));
    observer.observe(knob, { attributes: true });
    const begun = performance.now();
    await until('video.js would have moved it', () => performance.now() - begun > 200);
    observer.disconnect();
    expect(moves).to.equal(0);
    on.host.dispatchEvent(new PointerEvent('pointermove'));
    await until('it is where time is', () => Math.abs(told() - 50) < 0.1);
  });
});
