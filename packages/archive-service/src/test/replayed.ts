import { decodeCue, mayCarryCue, readTimeline, segmentClock } from '@vitrine/product-cues';
import type { Timeline } from '@vitrine/product-cues';
import assert from 'node:assert/strict';
import { scanSegment } from '../publishing/media/scan-segment.ts';
import type { ObjectStore } from '../stores/object-store.ts';
import { readText } from './stores.ts';

/** What a player meets on its way through a published rendition, with the times at which it shows it. */
export interface Replayed {
  /** The cues in the stream, of the event with this key, repeats included. */
  readonly cues: readonly { readonly n: number; readonly time: number }[];
  readonly clocks: readonly { readonly programTime: number; readonly time: number }[];
  /** By the sum of EXTINF, in seconds. */
  readonly duration: number;
  /** EXT-X-DISCONTINUITY and EXT-X-PROGRAM-DATE-TIME, each with its media time. */
  readonly discontinuities: readonly number[];
  readonly dates: readonly { readonly programTime: number; readonly time: number }[];
  /** Of the files, as the playlist names them, in order. */
  readonly files: readonly string[];
}

/**
 * Plays a rendition from the store alone, as players do: what a range begins with is put at the playlist's time where that tells of a discontinuity, and goes by
 * time stamps from there. Each range has to be playable by itself, and both ways of counting must agree within a millisecond.
 */
export async function replay(store: ObjectStore, playlistKey: string, cueKey: string): Promise<Replayed> {
  const text = (await readText(store, playlistKey)) ?? assert.fail(`no ${playlistKey}`);
  const folder = playlistKey.slice(0, playlistKey.lastIndexOf('/'));
  const result = { cues: [], clocks: [], discontinuities: [], dates: [], files: [] } as {
    cues: { n: number; time: number }[];
    clocks: { programTime: number; time: number }[];
    discontinuities: number[];
    dates: { programTime: number; time: number }[];
    files: string[];
  };
  let time = 0;
  let shift: number | undefined;
  let duration = 0;
  let range: { readonly start: number; readonly end: number } | undefined;
  for (const line of text.split('\n')) {
    const [, tag = '', value = ''] = /^#([A-Z0-9-]+):?(.*)$/.exec(line) ?? [];
    if (tag === 'EXT-X-DISCONTINUITY') {
      shift = undefined;
      result.discontinuities.push(time);
    }
    if (tag === 'EXT-X-PROGRAM-DATE-TIME') result.dates.push({ programTime: Date.parse(value), time });
    if (tag === 'EXTINF') duration = Number.parseFloat(value);
    if (tag === 'EXT-X-BYTERANGE') {
      const [length = NaN, start = NaN] = value.split('@').map(Number);
      range = { start, end: start + length - 1 };
    }
    if (line === '' || tag !== '') continue;
    const object = await store.read(new URL(line, `file:///${folder}/`).pathname.slice(1), { range });
    assert.ok(object, `${line} is missing`);
    const metadata: { pts: number; owner: string; text: string }[] = [];
    const facts = await scanSegment(object.body, (found) => metadata.push(found));
    assert.ok(facts);
    assert.equal(facts.cuts[0]?.offset, 0, 'each range begins with PAT, PMT and a keyframe');
    shift ??= time - facts.start / 90_000;
    const drift = Math.abs(facts.start / 90_000 + shift - time);
    assert.ok(drift < 1e-3, `${line} begins ${String(drift)} s off its place in the playlist`);
    for (const found of metadata) {
      const at = found.pts / 90_000 + shift;
      const programTime = segmentClock(found.owner, found.text);
      if (programTime !== undefined) result.clocks.push({ programTime, time: at });
      const decoded = mayCarryCue(found.owner) ? decodeCue(found.text) : undefined;
      if (decoded?.ok === true && decoded.cue.e === cueKey) result.cues.push({ n: decoded.cue.n, time: at });
    }
    if (result.files.at(-1) !== line) result.files.push(line);
    time += duration;
    range = undefined;
  }
  return { ...result, duration: time };
}

export async function timelineIn(
  store: ObjectStore,
  key = 'archive/ev-1/1/timeline.json',
): Promise<Timeline> {
  const read = readTimeline(JSON.parse((await readText(store, key)) ?? ''));
  assert.ok(read.ok);
  return read.value;
}
