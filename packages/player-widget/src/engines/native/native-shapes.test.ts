import { expect } from '@open-wc/testing';
import type { TimedMetadata } from '../../media/timed-metadata.ts';
import { startDateOf } from './native-clock.ts';
import { followMetadata } from './native-metadata.ts';

/** A cue as Safari makes it: a DataCue with `type` and `value`. */
function dataCue(startTime: number, type: string, value: unknown): TextTrackCue {
  return Object.assign(new VTTCue(startTime, startTime + 1, ''), { type, value });
}
const priv = (text: string) => ({
  key: 'PRIV',
  info: 'metadata.live-video.net',
  data: new TextEncoder().encode(text).buffer,
});

// Safari does not run here: these are its shapes on the text tracks of this browser.
describe('what Safari tells of a stream', () => {
  let video: HTMLVideoElement;
  let life: AbortController;
  let told: TimedMetadata[];

  beforeEach(() => {
    video = document.createElement('video');
    life = new AbortController();
    told = [];
    const { signal } = life;
    followMetadata(video.textTracks, { signal, onMetadata: (item) => told.push(item) });
  });

  /** Safari announces its track, then adds cues to it and tells of the change. */
  async function announce(): Promise<TextTrack> {
    const added = new Promise((resolve) =>
      video.textTracks.addEventListener('addtrack', resolve, { once: true }),
    );
    const track = video.addTextTrack('metadata');
    track.mode = 'disabled';
    await added;
    return track;
  }

  it('reads PRIV and TXXX frames with their times, each once', async () => {
    const track = await announce();
    expect(track.mode).to.equal('hidden');
    track.addCue(dataCue(1.5, 'org.id3', priv('schön')));
    track.addCue(dataCue(2, 'org.id3', { key: 'TXXX', info: 'segmentmetadata', data: '{}' }));
    track.addCue(dataCue(3, 'org.id3', { key: 'TDEN', data: '2026' }));
    track.addCue(dataCue(4, 'com.apple.quicktime', { key: 'PRIV', data: 'x' }));
    track.addCue(dataCue(5, 'org.id3', null));
    for (let times = 0; times < 2; times++) track.dispatchEvent(new Event('cuechange'));
    expect(told).to.deep.equal([
      { time: 1.5, owner: 'metadata.live-video.net', text: 'schön' },
      { time: 2, owner: 'segmentmetadata', text: '{}' },
    ]);
  });

  it('leaves captions alone', () => {
    const captions = video.addTextTrack('captions');
    captions.mode = 'showing';
    expect(captions.mode).to.equal('showing');
    expect(told).to.deep.equal([]);
  });

  it('is silent once the signal has aborted', async () => {
    const track = await announce();
    life.abort();
    track.addCue(dataCue(1, 'org.id3', priv('late')));
    track.dispatchEvent(new Event('cuechange'));
    expect(told).to.deep.equal([]);
  });

  it('knows program time by the start date, where there is one', () => {
    expect(startDateOf({ getStartDate: () => new Date(1_772_733_600_000) })).to.equal(1_772_733_600_000);
    expect(startDateOf({ getStartDate: () => new Date(Number.NaN) })).to.equal(undefined);
    expect(startDateOf(document.createElement('video'))).to.equal(undefined);
  });
});
