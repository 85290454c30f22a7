import { expect } from '@open-wc/testing';
import { engineStreams } from '../../test/engine-streams.ts';
import { until } from '../../test/happenings.ts';
import { HlsEngine } from './hls-engine.ts';
import { hlsWorkerUrl } from './hls-worker.ts';

describe('hlsWorkerUrl', () => {
  it('gives a worker from another origin than the page, which runs and answers hls.js', async () => {
    const base = new URL((await engineStreams()).base);
    expect(base.origin).not.to.equal(location.origin);
    const life = new AbortController();
    const worker = new Worker(hlsWorkerUrl(base, { signal: life.signal }));
    const answer = new Promise<MessageEvent<{ event: string }>>((resolve, reject) => {
      worker.addEventListener('message', resolve);
      worker.addEventListener('error', reject);
    });
    worker.postMessage({ cmd: 'init', instanceNo: 1, typeSupported: {}, id: 'main', config: '{}' });
    expect((await answer).data.event).to.equal('init');
    worker.terminate();
    life.abort();
  });

  it('takes the URL back when the signal aborts', async () => {
    const life = new AbortController();
    const url = hlsWorkerUrl(new URL('https://cdn.example/'), { signal: life.signal });
    expect((await fetch(url)).ok).to.equal(true);
    life.abort();
    expect(await fetch(url).catch(() => 'gone')).to.equal('gone');
  });
});

describe('hls.js, where its worker does not come', () => {
  it('plays all the same, and the page hears nothing of it', async () => {
    const { archive, nowhere } = await engineStreams();
    const life = new AbortController();
    const { signal } = life;
    const heard: string[] = [];
    addEventListener('error', ({ message }) => heard.push(message), { signal });
    const engine = new HlsEngine(import('hls.js'), new URL(nowhere));
    const video = Object.assign(document.createElement('video'), { muted: true });
    document.body.append(video);
    engine.attach(video, { signal });
    await engine.load({ type: 'archive', url: archive, captions: false });
    await engine.play();
    await until('it plays', () => engine.currentTime > 0.3);
    expect(heard).to.deep.equal([]);
    life.abort();
    video.remove();
  });
});
