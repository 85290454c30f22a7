import { expect } from '@open-wc/testing';
import { isRenditionCapable, type MediaEngine, type MediaEngineEventMap } from '../media/media-engine.ts';
import type { PlaySource } from '../media/media-source.ts';
import { PlayerError, type PlayerErrorCode } from '../media/player-error.ts';
import { AUTO } from '../media/rendition.ts';
import type { TimedMetadata } from '../media/timed-metadata.ts';
import { next, record, rejection, until } from './happenings.ts';

/** What the suite plays, and what is known about it from elsewhere. */
export interface ContractSources {
  /** At least ten seconds long, with texts in its first ones. */
  readonly playable: PlaySource;
  readonly missing: { readonly source: PlaySource; readonly code: PlayerErrorCode };
  /** Epoch ms of the picture into which a text was written; without it the engine tells no texts. */
  readonly programTimeOf?: (text: string) => Promise<number | undefined>;
  /** Whether one can go anywhere in it and it comes to an end. */
  readonly onDemand: boolean;
  /** Nothing is painted: what the engine tells of pictures stands for them. */
  readonly paintsNothing?: boolean;
  /** The clock jumps by so many ms at this media time. */
  readonly jump?: { readonly time: number; readonly by: number };
}

/** All that the port tells, for tests of its silence. */
const ALL = [
  'timeupdate',
  'durationchange',
  'play',
  'pause',
  'playing',
  'waiting',
  'seeking',
  'seeked',
  'ended',
  'volumechange',
  'ratechange',
  'progress',
  'loadedmetadata',
  'renditionschange',
  'reconnectingchange',
  'streamtypechange',
  'targetlivewindowchange',
  'picture',
  'clockchange',
  'timedmetadata',
  'error',
] as const satisfies readonly (keyof MediaEngineEventMap)[];

/** Seconds between two pictures. */
const PICTURE = 1 / 30;

/** The port's promises, the same for every engine: real library, real stream. */
export function describeEngineContract(
  name: string,
  createEngine: () => Promise<MediaEngine>,
  getSources: () => Promise<ContractSources>,
): void {
  describe(`${name} keeps the engine contract`, () => {
    let sources: ContractSources;
    let video: HTMLVideoElement;
    let engine: MediaEngine;
    let attached: AbortController;

    before(async () => {
      sources = await getSources();
    });
    beforeEach(async () => {
      video = document.createElement('video');
      Object.assign(video, { muted: true, playsInline: true, width: 640 });
      document.body.append(video);
      engine = await attach();
    });
    afterEach(async () => {
      await engine.destroy();
      video.remove();
    });

    async function attach(): Promise<MediaEngine> {
      const created = await createEngine();
      attached = new AbortController();
      created.attach(video, { signal: attached.signal });
      return created;
    }
    /**
     * The engine's times of the pictures that are painted from now on. Not those between: where none was painted for a while, as on
     * a machine that stood still, the engine goes by the media's time until it hears of the next, which may lie a little before.
     */
    function paintedTimes(): readonly number[] {
      const times: number[] = [];
      const take = (): void => {
        times.push(engine.pictureTime);
        if (!sources.paintsNothing) video.requestVideoFrameCallback(take);
      };
      if (sources.paintsNothing) engine.addEventListener('picture', take);
      else video.requestVideoFrameCallback(take);
      return times;
    }
    async function playTo(time: number): Promise<void> {
      await engine.load(sources.playable);
      await engine.play();
      await until(`it has played ${time} s`, () => engine.currentTime > time);
    }

    it('knows nothing before it loads', () => {
      expect(engine.paused).to.equal(true);
      expect(engine.readyState).to.equal(0);
      expect(engine.streamType).to.equal('unknown');
      expect(engine.liveEdgeStart).to.be.NaN;
      expect(engine.targetLiveWindow).to.be.NaN;
      expect(engine.programTime(0)).to.equal(undefined);
    });

    it('resolves load() once playing can begin, paused', async () => {
      await engine.load(sources.playable);
      expect(engine.paused).to.equal(true);
    });

    it('tells the stream type, and the live edge of a live stream alone', async () => {
      const names = record(engine, ['streamtypechange']);
      await playTo(0.2);
      expect(names).to.include('streamtypechange');
      expect(engine.streamType).to.equal(sources.onDemand ? 'on-demand' : 'live');
      expect(Number.isNaN(engine.liveEdgeStart)).to.equal(sources.onDemand);
      expect(Number.isNaN(engine.targetLiveWindow)).to.equal(sources.onDemand);
      expect(engine.duration === Infinity).to.equal(!sources.onDemand);
    });

    it('rejects load() with a PlayerError for what is not there, and does not tell it twice', async () => {
      const names = record(engine, ['error']);
      const error = await rejection(engine.load(sources.missing.source));
      expect(error).to.be.instanceOf(PlayerError).with.property('code', sources.missing.code);
      expect((error as PlayerError).message).to.include(sources.missing.source.url);
      expect(names).to.deep.equal([]);
    });

    it('plays after a failed load', async () => {
      await rejection(engine.load(sources.missing.source));
      await playTo(0.2);
    });

    it('supersedes a load by the next one', async () => {
      const first = rejection(engine.load(sources.missing.source));
      const second = engine.load(sources.playable);
      expect(await first).to.have.property('name', 'AbortError');
      await second;
    });

    it('rejects a load when it is destroyed', async () => {
      const load = rejection(engine.load(sources.playable));
      await engine.destroy();
      expect(await load).to.have.property('name', 'AbortError');
    });

    it('tells play before playing, and metadata before both are over', async () => {
      const names = record(engine, ['loadedmetadata', 'play', 'playing']);
      await playTo(0.2);
      expect(names.indexOf('play')).to.be.within(0, names.indexOf('playing'));
      expect(names.indexOf('loadedmetadata')).to.be.within(0, names.indexOf('playing'));
    });

    it('goes on in time while it plays, picture by picture', async () => {
      await engine.load(sources.playable);
      const names = record(engine, ['timeupdate', 'picture']);
      await engine.play();
      expect(engine.paused).to.equal(false);
      // Playing already: there is nothing to wait for.
      await engine.play();
      const times: number[] = [];
      engine.addEventListener('picture', () => times.push(engine.pictureTime));
      const painted = paintedTimes();
      // A busy machine leaves some out: each that is painted is told.
      await until('time has gone on', () => engine.currentTime > 1.5 && painted.length > 15);
      expect(names).to.include('timeupdate');
      expect(times.length).to.be.at.least(painted.length - 1);
      expect([...painted].sort((a, b) => a - b)).to.deep.equal(painted);
      await until(
        () => `its picture is the present one, not ${engine.pictureTime} at ${engine.currentTime}`,
        () => Math.abs(engine.pictureTime - engine.currentTime) < 0.3,
      );
    });

    it('stands still when it is paused, and goes on', async () => {
      await playTo(0.3);
      const paused = next(engine, 'pause');
      engine.pause();
      await paused;
      expect(engine.paused).to.equal(true);
      const time = engine.currentTime;
      await engine.play();
      await until('it goes on', () => engine.currentTime > time + 0.2);
    });

    it('knows the picture on screen by one time, and one program time, while it is paused and ever after', async () => {
      await playTo(0.8);
      const paused = next(engine, 'pause');
      engine.pause();
      await paused;
      const time = engine.pictureTime;
      // The picture of where it stands may be shown late on a busy machine.
      const furthest = Math.max(time, engine.currentTime);
      const programTime = engine.programTime(time) ?? 0;
      const later: number[] = [];
      engine.addEventListener('picture', () => later.push(engine.pictureTime));
      const painted = paintedTimes();
      const asked = performance.now();
      await engine.play();
      // No jump: on a busy machine some pictures may have come before this is read, or before the pause was told.
      const played = (performance.now() - asked) / 1000;
      expect(engine.pictureTime).to.be.within(time - PICTURE, furthest + played + 0.25);
      await until('ten more pictures were shown', () => later.length > 10 && painted.length > 10);
      for (const each of later) {
        expect(each).to.be.at.least(time - PICTURE);
        // Live may be joined anew, with a picture of a segment that was begun already.
        expect(engine.programTime(each) ?? Infinity).to.be.at.least(programTime - 4_000);
      }
      // The IVS SDK seeks when it resumes live, by less than a picture: the picture on screen gets a slightly earlier time.
      const back = sources.onDemand ? 0 : PICTURE;
      for (const [index, each] of painted.entries()) {
        expect(each, painted.join()).to.be.at.least((painted[index - 1] ?? each) - back);
      }
    });

    it('goes back within its window, and forward again', async () => {
      await playTo(2.5);
      if (!(engine.targetLiveWindow > 0) && !sources.onDemand) return;
      const time = engine.currentTime;
      engine.currentTime = time - 2;
      await until('it is two seconds back', () => Math.abs(engine.pictureTime - (time - 2)) < 1.5);
      await until('it goes on', () => engine.pictureTime > time - 1);
      expect(engine.paused).to.equal(false);
    });

    it('knows how far a live picture is behind, and nothing of that otherwise', async function () {
      await playTo(1);
      if (sources.onDemand) expect(engine.latency).to.equal(undefined);
      else if (sources.programTimeOf) {
        await until('it is known', () => engine.latency !== undefined);
        expect(engine.latency).to.be.within(0, 60);
      }
    });

    it('takes volume, sound and rate, and tells when they have changed', async () => {
      await playTo(0.1);
      engine.volume = 0.5;
      await until('the volume is 0.5', () => engine.volume === 0.5);
      engine.muted = false;
      await until('there is sound', () => !engine.muted);
      const muted = next(engine, 'volumechange');
      engine.muted = true;
      await muted;
      expect(engine.muted).to.equal(true);
      const rate = next(engine, 'ratechange');
      engine.playbackRate = 1.5;
      await rate;
      expect(engine.playbackRate).to.equal(1.5);
    });

    it('plays inside what it calls buffered and seekable, which have an end', async () => {
      await playTo(0.5);
      for (const ranges of [engine.buffered, engine.seekable]) {
        expect(ranges.length).to.be.greaterThan(0);
        expect(ranges.start(0)).to.be.at.most(engine.currentTime);
        expect(ranges.end(ranges.length - 1)).to.be.within(engine.currentTime, 10_000);
        expect(() => ranges.start(ranges.length)).to.throw(DOMException);
      }
    });

    it('goes to where it is sent, and shows the picture there', async function () {
      if (!sources.onDemand) this.skip();
      await engine.load(sources.playable);
      for (const time of [6.5, 1.25]) {
        const names = record(engine, ['seeking', 'seeked']);
        const seeked = next(engine, 'seeked');
        engine.currentTime = time;
        await seeked;
        expect(names).to.deep.equal(['seeking', 'seeked']);
        expect(engine.currentTime).to.be.closeTo(time, 0.001);
        expect(engine.seeking).to.equal(false);
        await until('its picture is there', () => Math.abs(engine.pictureTime - time) <= PICTURE);
      }
    });

    it('goes on playing after it was sent elsewhere', async function () {
      if (!sources.onDemand) this.skip();
      await playTo(0.2);
      engine.currentTime = 5;
      await until('it plays there', () => engine.currentTime > 5.3 && !engine.seeking);
      expect(engine.paused).to.equal(false);
    });

    it('comes to an end', async function () {
      if (!sources.onDemand) this.skip();
      await engine.load(sources.playable);
      const ended = next(engine, 'ended');
      engine.currentTime = engine.duration - 0.3;
      await engine.play();
      await ended;
      expect(engine.ended).to.equal(true);
    });

    it('tells texts with their time on its own timeline', async function () {
      const { programTimeOf } = sources;
      if (!programTimeOf) this.skip();
      const texts: TimedMetadata[] = [];
      engine.addEventListener('timedmetadata', ({ detail }) => {
        if (detail.owner === 'metadata.live-video.net') texts.push(detail);
      });
      await playTo(0.2);
      await until('three texts were told', () => texts.length >= 3);
      for (const { text, time } of texts) {
        const expected = (await programTimeOf(text)) ?? Number.NaN;
        expect(engine.programTime(time), text).to.be.closeTo(expected, 1000 * PICTURE);
      }
    });

    it('maps media time to program time and back', async function () {
      if (!sources.programTimeOf) this.skip();
      const clock = next(engine, 'clockchange');
      await playTo(1);
      await clock;
      const time = engine.currentTime;
      const programTime = engine.programTime(time);
      expect(programTime).to.be.a('number');
      expect(engine.mediaTimeAt(programTime ?? 0)).to.be.closeTo(time, 0.1);
      // Cues that were sent before one joined keep their order.
      const times = [3, 2, 1].map((hours) => engine.mediaTimeAt((programTime ?? 0) - hours * 3_600_000));
      expect(times).to.deep.equal([...times].sort((a = 0, b = 0) => a - b));
      for (const time of times) expect(time).to.be.lessThan(0);
    });

    it('knows program time on both sides of a discontinuity', async function () {
      if (!sources.jump) this.skip();
      const { time, by } = sources.jump;
      await engine.load(sources.playable);
      await until('the clock is known', () => engine.programTime(time + 1) !== undefined);
      const [before, after] = [engine.programTime(time - 0.5), engine.programTime(time + 0.5)];
      expect((after ?? 0) - (before ?? 0)).to.be.closeTo(1000 + by, 2);
      expect(engine.mediaTimeAt(after ?? 0)).to.be.closeTo(time + 0.5, 0.002);
    });

    it('plays the rendition that was selected', async function () {
      if (!isRenditionCapable(engine)) this.skip();
      await playTo(0.2);
      expect(engine.renditions.length).to.be.greaterThan(1);
      expect(engine.selectedRendition).to.equal(AUTO);
      for (const { id } of [...engine.renditions].reverse()) {
        const changed = next(engine, 'renditionschange');
        engine.selectRendition(id);
        await changed;
        const capable = engine;
        await until(`${id} is selected`, () => capable.selectedRendition === id);
        await until(`${id} is on screen`, () => capable.activeRendition?.id === id);
      }
      engine.selectRendition(AUTO);
      const capable = engine;
      await until('it chooses itself', () => capable.selectedRendition === AUTO);
    });

    it('is silent after its end, however often it is ended', async () => {
      await playTo(0.5);
      await engine.destroy();
      const names = record(engine, ALL);
      await engine.destroy();
      // Another engine's whole life on the same <video>, and nothing of it comes through here.
      const gone = engine;
      engine = await attach();
      await playTo(0.5);
      expect(names).to.deep.equal([]);
      expect(gone).not.to.equal(engine);
    });

    it('leaves the <video> without a source', async () => {
      await playTo(0.2);
      await engine.destroy();
      expect(video.hasAttribute('src') || video.srcObject !== null).to.equal(false);
      await until('the <video> is empty', () => video.readyState === 0 && video.networkState === 0);
    });

    it('ends when the signal of attach() aborts', async () => {
      await playTo(0.2);
      const names = record(engine, ALL);
      attached.abort();
      expect(names).to.deep.equal([]);
      await until('the <video> is empty', () => video.readyState === 0);
    });
  });
}
