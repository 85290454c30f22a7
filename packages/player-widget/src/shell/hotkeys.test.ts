import { expect } from '@open-wc/testing';
import { FakeEngine } from '../test/fake-engine.ts';
import { press, shellStage } from '../test/shell-stage.ts';

async function playing(duration = 100) {
  const engine = new FakeEngine({ show: { duration } });
  await engine.load({ type: duration === Infinity ? 'live' : 'archive', url: 'show', captions: false });
  engine.currentTime = 50;
  await Promise.resolve();
  const on = await shellStage(engine);
  return { engine, on };
}

describe('hotkeys', () => {
  it('do what they say, and are taken from the page then', async () => {
    const { engine, on } = await playing();
    const after = (key: string, more?: KeyboardEventInit): FakeEngine => {
      expect(press(on.base, key, more), key).to.equal(true);
      return engine;
    };
    expect(after('k').paused).to.equal(false);
    expect(after(' ').paused).to.equal(true);
    expect(after('j').currentTime).to.equal(40);
    expect(after('l').currentTime).to.equal(50);
    expect(after('ArrowRight').currentTime).to.equal(55);
    expect(after('ArrowLeft').currentTime).to.equal(50);
    expect(after('9').currentTime).to.equal(90);
    expect(after('L').currentTime).to.equal(100);
    expect(after('0').currentTime).to.equal(0);
    expect(after('ArrowDown').volume).to.be.closeTo(0.9, 0.001);
    expect(after('ArrowUp').volume).to.equal(1);
    expect(after('m').muted).to.equal(true);
    expect(after('ArrowUp').muted).to.equal(false);
    expect(after('>', { shiftKey: true }).playbackRate).to.equal(1.25);
    expect(after('<', { shiftKey: true }).playbackRate).to.equal(1);
    on.close();
  });

  it('switch once while they are held, and step on', async () => {
    const { engine, on } = await playing();
    const held = { repeat: true };
    for (const key of [' ', 'k', 'm', 'f']) {
      press(on.base, key);
      const before = [engine.paused, engine.muted, document.fullscreenElement];
      expect(press(on.base, key, held), key).to.equal(true);
      expect([engine.paused, engine.muted, document.fullscreenElement], key).to.deep.equal(before);
    }
    expect(press(on.base, 'c', held), 'without captions').to.equal(false);
    press(on.base, 'ArrowRight', held);
    press(on.base, 'ArrowRight', held);
    expect(engine.currentTime).to.be.closeTo(60, 1);
    engine.pause();
    on.close();
  });

  it('leave everything else to the page', async () => {
    const { engine, on } = await playing();
    for (const key of ['x', 'Enter', 'Escape', 'Tab', 'PageDown', 'F5', 'c'])
      expect(press(on.base, key), key).to.equal(false);
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'])
      expect(press(on.base, 'l', { [modifier]: true }), modifier).to.equal(false);
    press(document.body, 'k');
    expect([engine.paused, engine.currentTime]).to.deep.equal([true, 50]);
    on.close();
  });

  it('are quiet while one types, in whatever the page has laid over the player', async () => {
    const { engine, on } = await playing();
    on.host.innerHTML =
      '<input /><textarea></textarea><select></select><p contenteditable="true">a</p><div role="textbox"></div><dialog open><p>b</p></dialog>';
    for (const field of on.host.querySelectorAll('*'))
      expect(press(field, 'k'), field.localName).to.equal(false);
    // A field of the shop's own element, and a word within a text that one writes.
    const own = document.createElement('div');
    own.attachShadow({ mode: 'open' }).innerHTML = '<input /><p contenteditable><b>a</b></p>';
    on.host.append(own);
    for (const field of own.shadowRoot?.querySelectorAll('input, b') ?? [])
      expect(press(field, 'k'), `${field.localName} in a shadow root`).to.equal(false);
    expect(press(on.base, 'k', { isComposing: true })).to.equal(false);
    expect(press(on.base, 'Process')).to.equal(false);
    expect(engine.paused).to.equal(true);
    on.close();
  });

  it('leave a button its space, and a slider its arrows', async () => {
    const { engine, on } = await playing();
    const { volume } = engine;
    press(on.button('Mute'), ' ');
    expect(engine.paused).to.equal(true);
    const bar = on.layer.querySelector('.vjs-volume-bar');
    press(bar, 'ArrowUp');
    expect(engine.volume).to.equal(volume);
    expect(press(on.button('Mute'), 'k')).to.equal(true);
    expect(engine.paused).to.equal(false);
    on.close();
    engine.pause();
  });

  it('switch captions on and off where there are some', async () => {
    const { engine, on } = await playing();
    expect(press(on.base, 'c')).to.equal(false);
    const video = document.createElement('video');
    const track = video.addTextTrack('captions', 'English', 'en');
    on.close();
    Object.defineProperty(engine, 'textTracks', { value: video.textTracks });
    const again = await shellStage(engine);
    track.mode = 'disabled';
    press(again.base, 'c');
    expect(track.mode).to.equal('hidden');
    press(again.base, 'c', { repeat: true });
    expect(track.mode).to.equal('hidden');
    press(again.base, 'c');
    expect(track.mode).to.equal('disabled');
    again.close();
  });

  it('go nowhere in a live stream that keeps nothing, and do not change its rate', async () => {
    const { engine, on } = await playing(Infinity);
    expect(press(on.base, '5')).to.equal(false);
    expect(press(on.base, '>', { shiftKey: true })).to.equal(false);
    expect(engine.playbackRate).to.equal(1);
    on.close();
  });
});
