import { expect } from '@open-wc/testing';
import { playStarter } from '../../starter/play-starter.ts';
import { attachEngine, type Attached } from '../../test/attach-engine.ts';
import { engineStreams } from '../../test/engine-streams.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { until } from '../../test/happenings.ts';
import { publishedArchive } from '../../test/published-archive.ts';
import { shellStage, type ShellStage } from '../../test/shell-stage.ts';

interface Captioned extends Attached {
  readonly on: ShellStage;
  shown(): readonly string[];
}

async function open(list: string, size: { width?: number; height?: number } = {}): Promise<Captioned> {
  const { captioned } = await engineStreams();
  const attached = await attachEngine({ type: 'archive', url: `${captioned}${list}.m3u8`, captions: true });
  await attached.engine.load(attached.source);
  const on = await shellStage(attached.engine, { video: attached.video, ...size });
  return { ...attached, on, shown: () => rowsOf(on) };
}

const rowsOf = ({ layer }: ShellStage): readonly string[] =>
  [...layer.querySelectorAll('.captions p')].map(({ textContent }) => textContent);

async function close({ on, close: end }: Captioned): Promise<void> {
  on.close();
  await end();
}

/** Opens the menu once there is one, and takes what is called so. */
async function choose(on: ShellStage, name: string): Promise<void> {
  await until('there are captions', () => on.button('Captions').checkVisibility());
  on.button('Captions').click();
  const item = on.items().find(({ textContent }) => textContent === name);
  if (!item)
    throw new Error(
      `There is no "${name}" among ${on
        .items()
        .map((one) => one.textContent)
        .join()}.`,
    );
  item.click();
}

describe('captions', () => {
  it('of the pictures are drawn by us, row by row, and by nobody else', async () => {
    const here = await open('in-band');
    const { on, engine, video, shown } = here;
    // Out of order, hls.js keeps a row of what it has read before.
    await until('all of it is there', () => engine.buffered.length > 0 && engine.buffered.end(0) > 11);
    engine.currentTime = 5;
    await choose(on, 'Captions');
    await until(
      () => `the words of that moment are there, and not ${shown().join('|')}`,
      () => shown().join('|') === 'and welcome|This is the mug',
    );
    expect([...video.textTracks].map(({ mode }) => mode)).to.deep.equal(['hidden']);
    // A page's policy lets media come from there, and from no data: address.
    expect([...video.querySelectorAll('track')].map(({ src }) => src.split(':')[0])).to.deep.equal(['blob']);
    await expect(on.layer).to.be.accessible();
    engine.currentTime = 9;
    await until(
      'another moment has other words',
      () => shown().join('|') === 'in cobalt blue|It costs 19 euros',
    );
    await choose(on, 'Off');
    expect(shown()).to.deep.equal([]);
    await close(here);
  });

  it('of a playlist are chosen by name, and are text, whatever they contain', async () => {
    const here = await open('with-subtitles');
    const { on, engine, shown } = here;
    engine.currentTime = 6;
    await choose(on, 'English');
    await until('the second sentence is there', () => shown().length > 0);
    expect(shown()).to.deep.equal(['<img src=x onerror="alert(1)"> alert(2)\nand a second line']);
    expect(on.layer.querySelector('.captions :is(img, script, i)')).to.equal(null);
    await choose(on, 'العربية');
    await until('it is said in Arabic', () => shown().join() === 'أهلًا بكم في مائدة الربيع!');
    const row = on.layer.querySelector('.captions p') ?? on.layer;
    expect(getComputedStyle(row).unicodeBidi).to.equal('plaintext');
    expect(on.layer.querySelector<HTMLElement>('.captions')?.lang).to.equal('ar');
    await close(here);
  });

  it('lie above the controls, and go down when those leave', async () => {
    const here = await open('with-subtitles', { width: 320, height: 180 });
    const { on, engine, shown } = here;
    engine.currentTime = 6;
    await choose(on, 'English');
    await until('a sentence is there', () => shown().length > 0);
    const box = on.layer.querySelector<HTMLElement>('.captions') ?? on.layer;
    const bar = on.layer.querySelector('.vjs-control-bar') ?? on.layer;
    const bottom = (): number => box.getBoundingClientRect().bottom;
    expect(bottom()).to.be.at.most(bar.getBoundingClientRect().top + 1);
    const room = (): number => parseFloat(on.base.style.getPropertyValue('--captions-room'));
    expect(room()).to.be.at.least(box.offsetHeight);
    const before = bottom();
    on.layer.toggleAttribute('data-idle', true);
    await until('they have moved', () => bottom() > before + 30);
    await choose(on, 'Off');
    expect(on.base.style.getPropertyValue('--captions-room')).to.equal('');
    await close(here);
  });

  it('are there from the first word on where a starter has opened the MediaSource', async () => {
    const { playback } = await publishedArchive('publishedCaptions');
    const attached = await attachEngine(playback);
    const { engine, video, signal } = attached;
    const { starter, duration } = playback;
    const handOver = playStarter(video, starter, { duration, signal });
    await handOver.pictured;
    await engine.load(playback, { handOver });
    const on = await shellStage(engine, { video });
    await engine.play();
    await choose(on, 'Captions');
    // Not looked for while it plays: it is there for two seconds, which a busy machine may miss.
    await until('it has played', () => engine.currentTime > 0.2);
    engine.pause();
    await until('all of it is there', () => engine.buffered.end(0) > 11);
    engine.currentTime = 3.5;
    await until(
      () => `a row has moved up, not ${rowsOf(on).join('|')}`,
      () => rowsOf(on).join('|') === 'Good evening|and welcome',
    );
    engine.currentTime = 1.9;
    await until('the first words are there', () => rowsOf(on).join('|') === 'Good evening');
    expect(video.buffered.length).to.equal(1);
    await close({ ...attached, on, shown: () => rowsOf(on) });
  });

  it('stay as they were chosen for the next thing that this page plays, and leave none of the last one', async () => {
    const engine = new FakeEngine({ show: { duration: 60 } });
    await engine.load({ type: 'archive', url: 'show', captions: true });
    const video = document.createElement('video');
    Object.defineProperty(engine, 'textTracks', { value: video.textTracks });
    video.addTextTrack('captions', 'English', 'en');
    video.addTextTrack('subtitles', 'Deutsch', 'de');
    const first = await shellStage(engine);
    await choose(first, 'Deutsch');
    first.close();
    video.addTextTrack('subtitles', 'German', 'de');
    video.addTextTrack('metadata', 'segment-metadata');
    const second = await shellStage(engine, { keepWish: true });
    await until('there are captions', () => second.button('Captions').checkVisibility());
    second.button('Captions').click();
    expect(second.items().map(({ textContent, ariaChecked }) => [textContent, ariaChecked])).to.deep.equal([
      ['Off', 'false'],
      ['German', 'true'],
    ]);
    second.close();
  });

  it('that a stream wants shown are shown, until somebody wants none', async () => {
    const engine = new FakeEngine({ show: { duration: 60 } });
    await engine.load({ type: 'archive', url: 'show', captions: true });
    const video = document.createElement('video');
    Object.defineProperty(engine, 'textTracks', { value: video.textTracks });
    const track = video.addTextTrack('subtitles', 'English', 'en');
    track.mode = 'showing';
    const on = await shellStage(engine);
    expect(track.mode).to.equal('hidden');
    expect(on.layer.querySelector('.captions-menu')?.hasAttribute('data-on')).to.equal(true);
    await choose(on, 'Off');
    expect(track.mode).to.equal('disabled');
    on.close();
  });
});
