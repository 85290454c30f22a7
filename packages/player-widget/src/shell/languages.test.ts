import { expect, fixture, html } from '@open-wc/testing';
import { speak } from '../internal/language.ts';
import { addWords } from '../languages/dictionary.ts';
import { FakeEngine } from '../test/fake-engine.ts';
import { createShell } from './shell.ts';
import { waitUntil } from '../test/wait-until.ts';

const STREAM = 'https://cdn.example/show.m3u8';
const RENDITIONS = [
  { id: 'high', width: 1280, height: 720, bitrate: 2_000_000 },
  { id: 'low', width: 640, height: 360, bitrate: 700_000 },
];

async function shellIn(
  lang: string,
): Promise<{ host: HTMLElement; closing: AbortController; said(): string }> {
  const engine = new FakeEngine({ [STREAM]: { duration: 60, renditions: RENDITIONS } });
  await engine.load({ type: 'archive', url: STREAM, captions: false });
  const host = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const layer = document.createElement('div');
  layer.className = 'shell';
  host.attachShadow({ mode: 'open' }).append(layer);
  const closing = new AbortController();
  const video = document.createElement('video');
  createShell({ host, layer, engine, video, signal: closing.signal });
  const said = (): string =>
    [...layer.querySelectorAll<HTMLElement>('button, .quality-menu [role=menuitemradio]')]
      .map((one) => `${one.title} ${one.textContent}`)
      .join(' ');
  return { host, closing, said };
}

describe('the language of the controls', () => {
  before(speak);

  it("is the host's: video.js's words and ours, and changes with it", async () => {
    const { host, closing, said } = await shellIn('de');
    await waitUntil(() => said().includes('Vollbild') && said().includes('Qualität'));
    expect(said()).to.include('Auto (720p)').and.not.to.include('Fullscreen');
    host.lang = 'ja';
    await waitUntil(() => said().includes('フルスクリーン') && said().includes('自動'));
    host.lang = 'en';
    await waitUntil(() => said().includes('Fullscreen') && said().includes('Captions'));
    closing.abort();
  });

  it("takes the page's word for video.js's", async () => {
    const { closing, said } = await shellIn('de-CH');
    addWords('de', { Fullscreen: 'Ganzer Bildschirm' });
    await waitUntil(() => said().includes('Ganzer Bildschirm'));
    closing.abort();
  });

  it('speaks a language that the page has brought', async () => {
    const { closing, said } = await shellIn('sv');
    addWords('sv', { Fullscreen: 'Helskärm', Quality: 'Kvalitet' });
    await waitUntil(() => said().includes('Helskärm') && said().includes('Kvalitet'));
    closing.abort();
  });

  it('says nothing any more once it is gone', async () => {
    const { host, closing } = await shellIn('fr');
    closing.abort();
    host.lang = 'it';
    await new Promise(requestAnimationFrame);
    expect(host.shadowRoot?.querySelector('.shell')?.childElementCount).to.equal(0);
  });
});
