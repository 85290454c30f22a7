import { expect } from '@open-wc/testing';
import type { Rendition } from '../../media/rendition.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { press, shellStage, type ShellStage } from '../../test/shell-stage.ts';
import { waitUntil } from '../../test/wait-until.ts';

const STREAM = 'https://cdn.example/show.m3u8';
const rendition = (id: string, height: number, bitrate: number): Rendition => ({
  id,
  width: Math.round((height * 16) / 9),
  height,
  bitrate,
});
const RENDITIONS = [
  rendition('low', 360, 700_000),
  rendition('high', 720, 2_000_000),
  rendition('higher', 720, 3_500_000),
];

async function engineWith(renditions: readonly Rendition[]): Promise<FakeEngine> {
  const engine = new FakeEngine({ [STREAM]: { duration: 60, renditions } });
  await engine.load({ type: 'archive', url: STREAM, captions: false });
  return engine;
}

const said = ({ items }: ShellStage): readonly string[] => items().map(({ textContent }) => textContent);
const checked = ({ items }: ShellStage): readonly (string | null)[] =>
  items().flatMap((item) => (item.ariaChecked === 'true' ? item.textContent : []));

describe('the menus of the control bar', () => {
  it('are accessible, open and closed', async () => {
    const on = await shellStage(await engineWith(RENDITIONS));
    await expect(on.layer).to.be.accessible();
    on.button('Quality').click();
    await expect(on.layer).to.be.accessible();
    on.close();
  });

  it('offer each quality by its height, and by its bits where that does not tell', async () => {
    const engine = await engineWith(RENDITIONS);
    const on = await shellStage(engine);
    on.button('Quality').click();
    expect(said(on)).to.deep.equal(['Auto (360p)', '720p, 3.5 Mb/s', '720p, 2 Mb/s', '360p']);
    expect(checked(on)).to.deep.equal(['Auto (360p)']);
    on.items()[1]?.click();
    expect(engine.selectedRendition).to.equal('higher');
    expect(on.items()).to.deep.equal([]);
    on.button('Quality').click();
    expect(checked(on)).to.deep.equal(['720p, 3.5 Mb/s']);
    expect(said(on)[0]).to.equal('Auto');
    on.items()[0]?.click();
    expect(engine.selectedRendition).to.equal('auto');
    on.close();
  });

  it('write numbers for a page whose language is no tag that there is', async () => {
    const engine = await engineWith(RENDITIONS);
    const quality = async (lang: string): Promise<string | undefined> => {
      const on = await shellStage(engine, { lang });
      const button = on.layer.querySelector<HTMLElement>('.quality-menu > button');
      button?.click();
      const label = said(on)[1];
      button?.click();
      // Where it throws, the page's error log has it, and with it this test.
      engine.playbackRate = 1.25;
      on.close();
      return label;
    };
    expect(await quality('de_DE')).to.match(/^720p, 3,5/);
    expect(await quality('xx--1')).to.match(/^720p, 3[.,]5/);
    expect(await quality('123')).to.match(/^720p, 3[.,]5/);
  });

  it('are not there where there is nothing to choose', async () => {
    const on = await shellStage(await engineWith(RENDITIONS.slice(0, 1)));
    expect(on.button('Quality').checkVisibility()).to.equal(false);
    expect(on.button('Captions').checkVisibility()).to.equal(false);
    on.close();
  });

  it('are walked through by keys, and give the focus back', async () => {
    const on = await shellStage(await engineWith(RENDITIONS));
    const button = on.button('Quality');
    button.focus();
    button.click();
    const at = (): number => on.items().findIndex((item) => item === on.focused());
    const go = (key: string): number => (press(on.focused(), key), at());
    expect(at()).to.equal(0);
    expect(['ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home'].map(go)).to.deep.equal([
      1, 2, 3, 0, 3, 0,
    ]);
    let heard = 0;
    const hear = (): void => void (heard += 1);
    document.addEventListener('keydown', hear);
    expect(press(on.focused(), 'Escape')).to.equal(true);
    document.removeEventListener('keydown', hear);
    expect(heard, 'a player that fills the page stays so').to.equal(0);
    expect(on.items()).to.deep.equal([]);
    expect(on.focused()).to.equal(button);
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    go('ArrowDown');
    press(on.focused(), 'Enter');
    expect(on.focused()).to.equal(button);
    on.close();
  });

  it('close when somebody turns to something else, whose press is no more than that', async () => {
    const engine = await engineWith(RENDITIONS);
    const on = await shellStage(engine);
    on.button('Quality').click();
    on.base.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect(on.items()).to.deep.equal([]);
    on.button('Quality').click();
    on.button('Mute').focus();
    expect(on.items()).to.deep.equal([]);
    expect(on.focused()).to.equal(on.button('Mute'));
    on.close();
  });

  it('say what is played now while they are open, and nobody loses their place', async () => {
    const engine = await engineWith(RENDITIONS);
    const on = await shellStage(engine);
    on.button('Quality').click();
    press(on.focused(), 'ArrowDown');
    const focused = on.focused();
    engine.selectRendition('high');
    expect(checked(on)).to.deep.equal(['720p, 2 Mb/s']);
    expect(on.focused()).to.equal(focused);
    on.close();
  });

  it('change how fast an archive plays, and show it', async () => {
    const engine = await engineWith(RENDITIONS);
    const on = await shellStage(engine, { lang: 'de' });
    const button = (): HTMLElement =>
      on.layer.querySelector<HTMLElement>('.vjs-playback-rate > button') ?? on.layer;
    await waitUntil(() => button().ariaLabel?.includes('geschwindigkeit'));
    button().click();
    expect(said(on)).to.deep.equal(['0,5×', '1×', '1,25×', '1,5×', '2×']);
    on.items()[3]?.click();
    expect(engine.playbackRate).to.equal(1.5);
    expect(button().textContent).to.equal('1,5×');
    engine.playbackRate = 0.8;
    button().click();
    expect(checked(on)).to.deep.equal(['0,8×']);
    on.close();
  });

  it('fit a player as wide as a small phone', async () => {
    const many = [240, 360, 480, 720, 1080, 1440].map((height) =>
      rendition(`${height}`, height, height * 3000),
    );
    const on = await shellStage(await engineWith(many), { width: 288, height: 162 });
    on.button('Quality').click();
    const menu = on.layer.querySelector('[role=menu]:not([hidden])')?.getBoundingClientRect();
    const box = on.base.getBoundingClientRect();
    expect(menu?.left).to.be.at.least(box.left);
    expect(menu?.right).to.be.at.most(box.right);
    expect(menu?.top).to.be.at.least(box.top);
    press(on.focused(), 'End');
    const last = on.focused()?.getBoundingClientRect();
    expect(last?.bottom, 'the last is scrolled to').to.be.at.most((menu?.bottom ?? 0) + 1);
    on.close();
  });
});
