import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { createShell } from '../../shell/shell.ts';
import { createPlayerStore } from '../../store/player-store.ts';
import { FakeEngine } from '../../test/fake-engine.ts';
import { until } from '../../test/happenings.ts';
import { offerOwnWindow } from './offer-window.ts';

const own = Object.getOwnPropertyDescriptor(window, 'documentPictureInPicture') ?? {};

describe('the picture-in-picture button', () => {
  const unhandled: unknown[] = [];
  const note = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    unhandled.push(event.reason);
  };
  before(() => addEventListener('unhandledrejection', note, { capture: true }));
  after(() => {
    removeEventListener('unhandledrejection', note, { capture: true });
    Object.defineProperty(window, 'documentPictureInPicture', own);
  });

  for (const windows of ['with windows of its own', 'without']) {
    it(`keeps a browser's refusal to itself, in a browser ${windows}`, async () => {
      if (windows === 'without') Reflect.deleteProperty(window, 'documentPictureInPicture');
      const engine = new FakeEngine({ show: { duration: 60 } });
      await engine.load({ type: 'archive', url: 'show', captions: false });
      const host = await fixture<HTMLElement>(
        html`<div>
          <div><div class="shell"></div></div>
        </div>`,
      );
      const layer = host.querySelector<HTMLElement>('.shell') ?? host;
      const video = document.createElement('video');
      let asked = 0;
      // As with a tap that is too long ago, or a video without metadata.
      video.requestPictureInPicture = () => {
        asked += 1;
        return Promise.reject(new DOMException('Must be handling a user gesture.', 'NotAllowedError'));
      };
      const life = new AbortController();
      const { signal } = life;
      const player = createShell({ host, layer, engine, video, signal });
      offerOwnWindow(player, { host, layer, engine, video, signal, store: createPlayerStore() });
      const button = (): HTMLElement | null =>
        layer.querySelector('.vjs-has-started .vjs-picture-in-picture-control:not(.vjs-disabled)');
      await until('it is there', () => !!button());
      button()?.click();
      await until('it was asked', () => asked === 1);
      // Nothing is in a window that could come back.
      void player.exitPictureInPicture();
      await nextFrame();
      await nextFrame();
      expect(unhandled).to.deep.equal([]);
      life.abort();
    });
  }
});
