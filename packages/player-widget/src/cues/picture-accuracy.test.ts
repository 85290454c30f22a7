import { EMPTY_TIMELINE, type Timeline } from '@vitrine/product-cues';
import { expect } from '@open-wc/testing';
import { attachEngine, type Attached } from '../test/attach-engine.ts';
import { engineStreams, type EngineStreams } from '../test/engine-streams.ts';
import { next, until } from '../test/happenings.ts';
import { readPicture } from '../test/read-picture.ts';
import { createCueIntake, type CueIntake } from './cue-intake.ts';

type Journal = EngineStreams['journal'];

/** What the pixels and the products said in one task. */
interface Sample {
  readonly picture: number;
  readonly n: number | undefined;
}

const fps = 30;

describe('products match the picture on screen, read from its pixels', () => {
  let streams: EngineStreams;
  let journal: Journal;
  let attached: Attached | undefined;

  before(async () => {
    streams = await engineStreams();
    journal = streams.journal.filter(({ rendition }) => rendition === '720p30');
  });
  afterEach(() => attached?.close());

  async function open(timeline?: Timeline): Promise<Attached & { intake: CueIntake; samples: Sample[] }> {
    const opened = (attached = await attachEngine({
      type: 'archive',
      url: streams.archive,
      captions: false,
    }));
    const { engine, signal, source } = opened;
    const intake = createCueIntake({ engine, signal, onState: () => undefined });
    if (timeline) intake.takeTimeline(timeline);
    const samples = sampleEachPicture(opened, intake);
    await engine.load(source);
    return { ...opened, intake, samples };
  }

  /** The cue that was written last before this picture, or into it. */
  const written = (picture: number): number => journal.filter(({ frame }) => frame <= picture).length;
  const picturesOff = ({ picture, n }: Sample): number => {
    for (let off = 0; off < 10; off++) {
      if (n === written(picture - off) || n === written(picture + off)) return off;
    }
    return Infinity;
  };

  for (const { rate, most } of [
    { rate: 1, most: 1 },
    { rate: 2, most: 2 },
  ]) {
    it(`while a recording plays at rate ${rate}, by the cues in it alone`, async () => {
      const { engine, samples } = await open();
      await engine.play();
      engine.playbackRate = rate;
      await until('it has played past its discontinuity', () => engine.currentTime > 14);
      expect(samples.length).to.be.greaterThan(200);
      const off = samples.map(picturesOff);
      expect(Math.max(...off)).to.be.at.most(most);
      // On the very picture, but for a machine that hiccups.
      expect(off.filter((pictures) => pictures > 0).length / off.length).to.be.lessThan(0.05);
    });
  }

  it('after each seek, paused, exactly, and at no picture in between another', async () => {
    const cues = journal.map(({ frame }, index) => ({
      n: index + 1,
      show: [`product-${index + 1}`],
      time: frame / fps,
      origin: 'archive' as const,
    }));
    const opened = await open({ ...EMPTY_TIMELINE, cues });
    const { engine, intake, samples, video } = opened;
    const around = journal.flatMap(({ frame }) => [frame, frame - 1].filter((picture) => picture >= 0));
    // Forwards and backwards, near and far.
    const pictures = around.map((_, index) => around[(index * 7) % around.length] ?? 0);
    for (const picture of pictures) {
      let seen: number | undefined;
      // Chromium may paint another picture while data are on their way (see picture-clock.ts): it has its own products, too.
      for (let attempt = 0; attempt < 6 && seen !== picture; attempt += 1) {
        seen = await seekTo(opened, picture);
        expect(intake.state.n, `at picture ${seen}, sought ${picture}`).to.equal(written(seen));
      }
      expect(seen, `at ${engine.currentTime * fps}, ready ${video.readyState}`).to.equal(picture);
    }
    expect(samples.length).to.be.at.least(pictures.length / 2);
    expect(samples.filter((sample) => picturesOff(sample) > 0)).to.deep.equal([]);
  });

  it('live, through the IVS player: none early, 95 of 100 within three pictures', async () => {
    const opened = (attached = await attachEngine({ type: 'live', url: streams.live }));
    const { engine, signal, source } = opened;
    const intake = createCueIntake({ engine, signal, onState: () => undefined });
    const samples = sampleEachPicture(opened, intake);
    await engine.load(source);
    await engine.play();
    await until('fifteen cues were shown', () => new Set(samples.map(({ n }) => n)).size > 15);
    const response = await fetch(`${streams.control}/journal`);
    const live = ((await response.json()) as { journal: Journal }).journal;
    const late = lateness(
      samples,
      live.filter(({ rendition }) => rendition === '720p30'),
    );
    expect(late.length).to.be.at.least(14);
    expect(Math.min(...late)).to.be.at.least(-1);
    expect(late[Math.floor(late.length * 0.95)]).to.be.at.most(3);
  });
});

const atPicture = (time: number, picture: number): boolean => Math.abs(time * fps - picture) <= 1;

/** Seeks into the middle of a picture (its very start may be rounded to the one before), and answers with the one that came on screen. */
async function seekTo({ engine, video }: Attached, picture: number): Promise<number> {
  const seeked = next(engine, 'seeked');
  engine.currentTime = (picture + 0.5) / fps;
  await seeked;
  let seen: number | undefined;
  await until(
    () => `a picture is named; there is ${seen}, of ${engine.pictureTime * fps}, ready ${video.readyState}`,
    () => (seen = readPicture(video)) !== undefined && atPicture(engine.pictureTime, seen),
  );
  return seen ?? -1;
}

/** Registered after the intake, so called after it for each picture. */
function sampleEachPicture({ engine, video, signal }: Attached, intake: CueIntake): Sample[] {
  const samples: Sample[] = [];
  engine.addEventListener(
    'picture',
    () => {
      const picture = readPicture(video);
      if (picture !== undefined) samples.push({ picture, n: intake.state.n });
    },
    { signal },
  );
  return samples;
}

/** For each cue that came on while we looked: pictures from the one that it was written into. Sorted. */
function lateness(samples: readonly Sample[], journal: Journal): number[] {
  const late: number[] = [];
  samples.forEach(({ picture, n }, index) => {
    const before = samples[index - 1];
    if (n === undefined || before?.n === undefined || before.n === n) return;
    const entry = journal.find(({ text }) => (JSON.parse(text) as { n: number }).n === n);
    if (entry) late.push(picture - entry.frame);
  });
  return late.sort((a, b) => a - b);
}
