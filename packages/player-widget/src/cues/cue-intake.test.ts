import { encodeCue, type LiveState, type ProductState, type Timeline } from '@vitrine/product-cues';
import { expect } from '@open-wc/testing';
import { FakeEngine, type FakeStream } from '../test/fake-engine.ts';
import { next, until } from '../test/happenings.ts';
import { createCueIntake, type CueIntakeOptions } from './cue-intake.ts';

const OWNER = 'metadata.live-video.net';
const START = Date.UTC(2026, 2, 5, 18);
const CLOCK = [{ time: 0, programTime: START }];

const cueAt = (time: number, n: number, show: string[], e?: string) => ({
  time,
  owner: OWNER,
  text: encodeCue({ n, show, ...(e !== undefined && { e }) }),
});
const liveState = (n: number, show: string[], programTime: number | null): LiveState => ({
  status: 'live',
  cue: { n, show },
  programTime,
  updatedAt: new Date(START).toISOString(),
});
const timelineOf = (...cues: { time: number; n: number; show: string[] }[]): Timeline => ({
  clock: [],
  cues: cues.map((cue) => ({ ...cue, origin: 'archive' })),
});

describe('createCueIntake', () => {
  let life: AbortController;
  beforeEach(() => {
    life = new AbortController();
  });
  afterEach(() => life.abort());

  async function setUp(stream: Partial<FakeStream>, options: Partial<CueIntakeOptions> = {}) {
    const url = 'https://cdn.example/show.m3u8';
    const engine = new FakeEngine({ [url]: { duration: 100, ...stream } });
    const states: ProductState[] = [];
    const intake = createCueIntake({
      engine,
      signal: life.signal,
      onState: (state) => states.push(state),
      ...options,
    });
    await engine.load({ type: 'archive', url, captions: false });
    const goTo = async (time: number): Promise<readonly string[]> => {
      const seeked = next(engine, 'seeked');
      engine.currentTime = time;
      await seeked;
      return intake.state.show;
    };
    return { engine, intake, states, goTo };
  }

  it('shows the cue that holds at the picture, wherever one goes', async () => {
    const { goTo, intake } = await setUp({
      metadata: [cueAt(10, 2, ['lamp']), cueAt(5, 1, ['mug', 'vase'])],
    });
    expect(await goTo(4.9)).to.deep.equal([]);
    expect(await goTo(12)).to.deep.equal(['lamp']);
    expect(await goTo(5)).to.deep.equal(['mug', 'vase']);
    expect(intake.counts).to.deep.equal({ inBand: 2, sideChannel: 0, archive: 0, refused: 0, ignored: 0 });
  });

  it('tells a state once, however many pictures it holds for', async () => {
    const { goTo, states } = await setUp({ metadata: [cueAt(5, 1, ['mug'])] });
    for (const time of [6, 7, 8]) await goTo(time);
    expect(states.map(({ show }) => show)).to.deep.equal([['mug']]);
  });

  it('keeps the products of the old picture until the new one is there', async () => {
    const { engine, goTo, intake } = await setUp({ metadata: [cueAt(5, 1, ['mug'])] });
    await goTo(6);
    engine.tell('seeking');
    expect(intake.state.show).to.deep.equal(['mug']);
  });

  it('shows a cue that is told after its picture at once', async () => {
    const { engine, goTo, intake } = await setUp({});
    await goTo(6);
    engine.tellMetadata(cueAt(5, 1, ['mug']));
    expect(intake.state.show).to.deep.equal(['mug']);
  });

  it('counts what is no cue, with the reason, and goes on', async () => {
    const other = [{ time: 1, owner: 'segmentmetadata', text: '{"transc_r":1}' }];
    const bad = ['{', '{"vitrine":2,"n":1,"show":[]}', 'x'.repeat(3000)].map((text) => ({
      time: 1,
      owner: OWNER,
      text,
    }));
    const { goTo, intake } = await setUp({ metadata: [...other, ...bad, cueAt(2, 1, ['mug'])] });
    expect(await goTo(3)).to.deep.equal(['mug']);
    expect(intake.counts.refused).to.equal(3);
    expect(intake.refusals.map(({ reason }) => reason)).to.deep.equal([
      'not-json',
      'wrong-version',
      'too-large',
    ]);
  });

  it('ignores the cues of another event on the same channel', async () => {
    const metadata = [cueAt(1, 1, ['mug'], 'ours'), cueAt(2, 9, ['lamp'], 'theirs'), cueAt(3, 2, ['vase'])];
    const { goTo, intake } = await setUp({ metadata }, { cueKey: 'ours' });
    expect(await goTo(2.5)).to.deep.equal(['mug']);
    expect(await goTo(3.5)).to.deep.equal(['vase']);
    expect(intake.counts).to.include({ inBand: 2, ignored: 1 });
  });

  it('lets a loaded timeline alone speak', async () => {
    const timeline = timelineOf({ time: 1, n: 2, show: ['vase'] });
    const { goTo, intake } = await setUp(
      { metadata: [cueAt(5, 3, ['mug'])] },
      { timeline: Promise.resolve(timeline) },
    );
    intake.addSideChannel(liveState(7, ['lamp'], START));
    expect(await goTo(10)).to.deep.equal(['vase']);
    expect(intake.counts).to.deep.equal({ inBand: 0, sideChannel: 0, archive: 1, refused: 0, ignored: 2 });
  });

  it('tells nothing while a timeline is awaited, then what it says', async () => {
    let arrive: (timeline: Timeline | undefined) => void = () => undefined;
    const timeline = new Promise<Timeline | undefined>((resolve) => (arrive = resolve));
    const { goTo, states, intake } = await setUp({ metadata: [cueAt(1, 3, ['mug'])] }, { timeline });
    expect(await goTo(10)).to.deep.equal([]);
    arrive(timelineOf({ time: 1, n: 2, show: ['vase'] }));
    await until('the timeline is there', () => intake.state.show.includes('vase'));
    expect(states).to.have.length(1);
  });

  it('falls back to the cues in the stream when the timeline does not come', async () => {
    const timeline = Promise.resolve(undefined);
    const { goTo, intake } = await setUp({ metadata: [cueAt(1, 3, ['mug'])] }, { timeline });
    await until('it has given up', () => !!intake.timeline.cues.length);
    expect(await goTo(10)).to.deep.equal(['mug']);
  });

  it('lets one that comes late alone speak from then on', async () => {
    const timeline = Promise.resolve(undefined);
    const { goTo, intake } = await setUp({ metadata: [cueAt(1, 3, ['mug'])] }, { timeline });
    expect(await goTo(10)).to.deep.equal(['mug']);
    intake.takeTimeline(timelineOf({ time: 1, n: 2, show: ['vase'] }));
    expect(intake.state.show).to.deep.equal(['vase']);
    expect(intake.counts).to.include({ inBand: 0, archive: 1 });
  });

  it('places a cue of live.json by program time, not by when it was read', async () => {
    const { goTo, intake } = await setUp({ clock: CLOCK });
    intake.addSideChannel(liveState(1, ['mug'], START + 8000));
    expect(await goTo(7.9)).to.deep.equal([]);
    expect(await goTo(8)).to.deep.equal(['mug']);
    expect(intake.counts.sideChannel).to.equal(1);
  });

  it('keeps a cue of live.json until the clock is known', async () => {
    const clock: { time: number; programTime: number }[] = [];
    const { engine, goTo, intake } = await setUp({ clock });
    await goTo(20);
    intake.addSideChannel(liveState(1, ['mug'], START + 8000));
    expect(intake.state.show).to.deep.equal([]);
    clock.push(...CLOCK);
    engine.tell('clockchange');
    expect(intake.state.show).to.deep.equal(['mug']);
  });

  it('shows who joins late what has been on air since before, and tells of nothing that was on air before that', async () => {
    const { engine, intake, states } = await setUp({ clock: CLOCK });
    const state = liveState(7, ['vase'], START - 5_000);
    const recent = [3, 5, 6].map((n) => ({
      cue: { n, show: ['mug'] },
      programTime: START - 60_000 + n * 1000,
    }));
    await engine.play();
    intake.addSideChannel({ ...state, recent });
    expect(states.map(({ show }) => show)).to.deep.equal([['vase']]);
    expect(intake.counts.sideChannel).to.equal(4);
    engine.pause();
  });

  it('shows every highlight at its picture, though two were sent between two readings', async () => {
    const { goTo, intake } = await setUp({ clock: CLOCK });
    await goTo(1);
    const recent = [
      { cue: { n: 1, show: ['mug'] }, programTime: START + 8_000 },
      { cue: { n: 2, show: ['lamp'] }, programTime: START + 8_900 },
    ];
    intake.addSideChannel({ ...liveState(3, ['vase'], START + 9_500), recent });
    const shown: (readonly string[])[] = [];
    for (const time of [7.9, 8, 8.9, 9.5]) shown.push(await goTo(time));
    expect(shown).to.deep.equal([[], ['mug'], ['lamp'], ['vase']]);
  });

  it('places a cue anew when the clock is known to have jumped', async () => {
    const clock = [...CLOCK];
    const { engine, goTo, intake } = await setUp({ clock });
    await goTo(5);
    intake.addSideChannel(liveState(1, ['mug'], START + 20_000));
    expect(await goTo(12)).to.deep.equal([]);
    // The encoder was away for ten seconds, of which there are no pictures.
    clock.push({ time: 8, programTime: START + 18_000 });
    engine.tell('clockchange');
    expect(intake.state.show).to.deep.equal(['mug']);
    expect(await goTo(9.9)).to.deep.equal([]);
    expect(await goTo(10)).to.deep.equal(['mug']);
  });

  it('shows a cue without any clock after as long as a live picture is behind', async () => {
    const { goTo, intake } = await setUp({});
    expect(await goTo(20)).to.deep.equal([]);
    intake.addSideChannel(liveState(1, ['mug'], START + 8000));
    expect(await goTo(27.9)).to.deep.equal([]);
    intake.addSideChannel(liveState(1, ['mug'], START + 8000));
    expect(await goTo(28)).to.deep.equal(['mug']);
    expect(await goTo(40)).to.deep.equal(['mug']);
  });

  it('keeps the place of a cue of which the stream has only a repeat', async () => {
    const { engine, goTo, intake } = await setUp({ clock: CLOCK });
    intake.addSideChannel(liveState(1, ['mug'], START + 8000));
    engine.tellMetadata(cueAt(13, 1, ['mug']));
    expect(await goTo(8.5)).to.deep.equal(['mug']);
    expect(await goTo(14)).to.deep.equal(['mug']);
    expect(intake.counts).to.include({ inBand: 0, sideChannel: 1 });
  });

  it('does not take away what is on screen because its own picture comes a moment later', async () => {
    const { engine, goTo, intake, states } = await setUp({ clock: CLOCK });
    intake.addSideChannel(liveState(1, ['mug'], START + 8000));
    await goTo(8.1);
    engine.tellMetadata(cueAt(8.3, 1, ['mug']));
    for (const time of [8.2, 8.3, 8.4]) await goTo(time);
    expect(states.map(({ show }) => show)).to.deep.equal([['mug']]);
    expect(intake.counts).to.include({ inBand: 0, sideChannel: 1 });
  });

  it('shows a cue that was never broadcast from the picture on screen on', async () => {
    const { goTo, intake } = await setUp({ clock: CLOCK });
    await goTo(20);
    intake.addSideChannel(liveState(1, ['mug'], null));
    expect(intake.state.show).to.deep.equal(['mug']);
    await goTo(30);
    intake.addSideChannel(liveState(1, ['mug'], null));
    expect(await goTo(25)).to.deep.equal(['mug']);
  });

  it('prefers the time of the cue in the stream', async () => {
    const { engine, goTo, intake } = await setUp({ clock: CLOCK });
    intake.addSideChannel(liveState(1, ['mug'], START + 8000));
    engine.tellMetadata(cueAt(9, 1, ['mug']));
    expect(await goTo(8.5)).to.deep.equal([]);
    expect(await goTo(9)).to.deep.equal(['mug']);
    expect(intake.counts).to.include({ inBand: 1, sideChannel: 0 });
  });

  it('is silent once its signal has aborted', async () => {
    const { engine, goTo, states } = await setUp({ metadata: [cueAt(5, 1, ['mug'])] });
    life.abort();
    await goTo(6);
    engine.tellMetadata(cueAt(6, 2, ['lamp']));
    expect(states).to.deep.equal([]);
  });
});
