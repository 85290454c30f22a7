import { expect, oneEvent } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { FakeEngine } from '../../test/fake-engine.ts';
import { until } from '../../test/happenings.ts';
import { shellStage } from '../../test/shell-stage.ts';

describe('the time at the knob of the seek bar', () => {
  afterEach(() => resetMouse());

  it('is written for whoever is at the bar, playing or paused, and for nobody else', async () => {
    const engine = new FakeEngine({ show: { duration: 600 } });
    await engine.load({ type: 'archive', url: 'show', captions: false });
    const { layer, close } = await shellStage(engine);
    const bar = layer.querySelector('.vjs-progress-control') ?? layer;
    const slider = layer.querySelector('.vjs-progress-holder') ?? layer;
    const tooltip = layer.querySelector('.vjs-play-progress .vjs-time-tooltip') ?? layer;
    const shown = (): string => tooltip.textContent ?? '';
    let writes = 0;
    const observer = new MutationObserver((records) => (writes += records.length));
    observer.observe(tooltip, { childList: true, characterData: true, subtree: true, attributes: true });

    await engine.play();
    const told = (): number => Number(slider.getAttribute('aria-valuenow'));
    const from = told();
    await until(
      () => `the bar has moved from ${from} and not to ${told()}`,
      () => told() > from + 0.05,
    );
    expect(writes).to.equal(0);

    engine.pause();
    engine.currentTime = 75;
    const { left, top, width, height } = bar.getBoundingClientRect();
    const entered = oneEvent(bar, 'pointerenter');
    await sendMouse({
      type: 'move',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
    await entered;
    await until(
      () => `it tells where one is, not ${shown()}`,
      () => shown() === '01:15',
    );
    observer.disconnect();
    close();
    await engine.destroy();
  });
});
