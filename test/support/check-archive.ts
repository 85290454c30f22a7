import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { readEvent, readTimeline } from '@vitrine/product-cues';

/** All objects of a store, by key. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Fails unless the archive to which an event's JSON leads is there as a whole and sound, read as a viewer's player reads it from a CDN.
 *
 * @param eventKey - of the pointer, or of a version's own copy
 */
export function checkArchive(files: Files, eventKey: string): void {
  const text = (key: string): string => {
    const content = files.get(key);
    assert.ok(content, `${key} is missing`);
    return Buffer.from(content).toString();
  };
  const from = (key: string, url: string): string => posix.join(posix.dirname(key), decodeURIComponent(url));
  const event = readEvent(JSON.parse(text(eventKey)));
  assert.ok(event.ok && event.value.playback?.type === 'archive', eventKey);
  const { playback, timelineUrl = '' } = event.value;
  const { duration, url, starter, thumbnailsUrl, chaptersUrl } = playback;
  assert.ok(Number.isFinite(duration) && duration > 0, `a duration of ${String(duration)} s`);
  for (const other of [starter?.video.url, starter?.audio?.url, thumbnailsUrl, chaptersUrl]) {
    if (other !== undefined) text(from(eventKey, other));
  }

  const timeline = readTimeline(JSON.parse(text(from(eventKey, timelineUrl))));
  assert.ok(timeline.ok, timelineUrl);
  for (const { time } of timeline.value.cues)
    assert.ok(time >= 0 && time <= duration, `a cue at ${String(time)} s of ${String(duration)}`);

  const multivariant = from(eventKey, url);
  const playlists = urisOf(text(multivariant));
  assert.ok(playlists.length > 0, 'no rendition');
  for (const playlist of playlists) checkPlaylist(files, from(multivariant, playlist), text, duration);
}

const urisOf = (playlist: string): readonly string[] =>
  playlist.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

function checkPlaylist(files: Files, key: string, text: (key: string) => string, duration: number): void {
  const lines = text(key).split('\n');
  assert.equal(lines[0], '#EXTM3U', key);
  assert.ok(lines.includes('#EXT-X-ENDLIST'), `${key} has no end`);
  let sum = 0;
  let range: { readonly length: number; readonly offset: number } | undefined;
  for (const line of lines) {
    const seconds = /^#EXTINF:([^,]*),/.exec(line)?.[1];
    if (seconds !== undefined) {
      assert.match(seconds, /^\d+(\.\d+)?$/, `${key}: ${line}`);
      sum += Number(seconds);
    }
    const [, length, offset] = /^#EXT-X-BYTERANGE:(\d+)@(\d+)$/.exec(line) ?? [];
    if (length !== undefined) range = { length: Number(length), offset: Number(offset) };
    else assert.ok(!line.startsWith('#EXT-X-BYTERANGE'), `${key}: ${line}`);
    if (line === '' || line.startsWith('#')) continue;
    const file = files.get(posix.join(posix.dirname(key), line));
    assert.ok(file, `${key} names ${line}, which is not there`);
    if (range)
      assert.ok(
        range.length > 0 && range.offset + range.length <= file.length,
        `${key}: a range outside ${line}`,
      );
    range = undefined;
  }
  assert.ok(
    Math.abs(sum - duration) < 0.001,
    `${key} lasts ${String(sum)} s, the archive ${String(duration)} s`,
  );
}
