import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { test, type TestContext } from 'node:test';
import { AutoHost } from './auto-host.ts';
import { broadcastTexts, readHostScript, type HostLine } from './host-script.ts';

const SCRIPT: readonly HostLine[] = [
  { frame: 20, show: ['mug'] },
  { frame: 40, show: ['lamp'] },
];

/** A clip of 60 pictures at 1000 a second: a round takes 60 ms. */
function onAir(t: TestContext) {
  const began = performance.now();
  const sent: string[] = [];
  const news = new EventEmitter();
  const stop = new AbortController();
  const frame = () => {
    news.emit('asked');
    return Math.ceil(performance.now() - began) % 60;
  };
  const send = async ({ show: [main = ''] }: HostLine) => {
    sent.push(main);
    news.emit('sent');
  };
  const host = new AutoHost({ script: SCRIPT, fps: 1000, frames: 60, frame, send, signal: stop.signal });
  void host.run();
  t.after(() => stop.abort());
  const until = async (count: number) => {
    while (sent.length < count) await once(news, 'sent');
  };
  /** The host has looked at the clip again and again. */
  const looks = async (count: number) => {
    for (let look = 0; look < count; look += 1) await once(news, 'asked');
  };
  return { host, sent, until, looks };
}

test('the host shows each line in turn, and again when the clip starts over', async (t) => {
  const { sent, until } = onAir(t);
  await until(5);
  assert.deepEqual(sent.slice(0, 5), ['mug', 'lamp', 'mug', 'lamp', 'mug']);
});

test('a silenced host sends nothing for rounds; switched on again, it shows what is due', async (t) => {
  const { host, sent, until, looks } = onAir(t);
  await until(1);
  host.on = false;
  const before = sent.length;
  await looks(12);
  assert.equal(sent.length, before);
  host.on = true;
  await until(before + 2);
});

test('the texts of a recorded show are numbered cues, each repeated until the next', async () => {
  const texts = broadcastTexts(await readHostScript(), {
    cueKey: 'k',
    fps: 30,
    frames: 2880,
    repeatEvery: 5,
  });
  const cues = texts.map(({ picture, text }) => ({
    picture,
    ...(JSON.parse(text) as { n: number; e: string }),
  }));
  assert.ok(cues.every(({ e }) => e === 'k'));
  for (const [index, cue] of cues.entries()) {
    const next = cues[index + 1];
    if (!next) break;
    assert.ok(next.picture > cue.picture && next.picture - cue.picture <= 150, `a gap after ${cue.picture}`);
    assert.ok(next.n === cue.n || next.n === cue.n + 1);
  }
});
