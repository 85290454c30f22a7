import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { NO_EDITS } from '../../database/documents.ts';
import type { Edits, Outline, Position } from '../../database/documents.ts';
import { SILENT, timelineOf } from '../../test/scanned-recordings.ts';
import type { MadeRecording } from '../../test/scanned-recordings.ts';
import { archiveLayout } from '../archive-layout.ts';
import { assemble } from './assemble.ts';
import type { Assembly } from './assembly.ts';

const BEGIN = Date.UTC(2026, 2, 5, 7, 8, 9, 200);
const at = (time: number, recording = 1): Position => ({ recording, time });

/** Half a minute with a keyframe every two seconds. */
const SHOW: MadeRecording = { runs: [{ pictures: 900, programTime: BEGIN }] };
/** A second one, a minute later; and one that begins five seconds before the first one's end. */
const LATER: MadeRecording = { runs: [{ pictures: 600, programTime: BEGIN + 90_000 }] };
const OVERLAPPING: MadeRecording = { runs: [{ pictures: 600, programTime: BEGIN + 25_000 }] };

function edited(edits: Partial<Edits>, ...recordings: readonly MadeRecording[]): Assembly {
  const timelines = recordings.map((made, index) => timelineOf({ ...made, id: index + 1 }));
  return assemble(timelines, { ...NO_EDITS, ...edits }, archiveLayout('ev-1', 1), SILENT).assembly;
}

const kept = (
  edits: Partial<Edits>,
  ...recordings: readonly MadeRecording[]
): (readonly [number, number])[] =>
  edited(edits, ...recordings).outline.kept.map(({ from, to }) => [from, to] as const);

describe('edits', () => {
  it('land on the keyframe at or before the wish', () => {
    assert.deepEqual(kept({ start: at(5.9), end: at(19.9) }, SHOW), [[4, 18]]);
    assert.deepEqual(kept({ cuts: [{ from: at(9), to: at(13) }] }, SHOW), [
      [0, 8],
      [12, 30],
    ]);
  });

  it('land on a keyframe that is wished for, also where rounding has taken a little from it', () => {
    const third: MadeRecording = { runs: [{ pictures: 900, pts: 7 }], gop: 50, filePictures: 250 };
    const { keyframes } = edited({}, third).outline;
    const [, , wished = NaN] = keyframes;
    for (const nearby of [wished, wished - 1e-6, wished + 1e-6])
      assert.deepEqual(kept({ start: at(nearby) }, third), [[wished, 30]]);
  });

  it('land at the beginning of a file where a rendition is served whole', () => {
    const whole = { ...SHOW, heights: [720, 360], wholeFiles: [1] };
    assert.deepEqual(kept({ start: at(13), end: at(27) }, whole), [[10, 20]]);
  });

  it('leave everything as it is where there are none, and where they reach beyond it', () => {
    for (const edits of [
      {},
      { start: at(0), end: at(30) },
      { start: at(0), end: at(999) },
      { cuts: [{ from: at(5), to: at(5.5) }] },
    ])
      assert.deepEqual(kept(edits, SHOW), [[0, 30]]);
  });

  it('take out what cuts have in common once, and join neighbours', () => {
    const cuts = [
      { from: at(12), to: at(16) },
      { from: at(6), to: at(14) },
      { from: at(16), to: at(18) },
    ];
    assert.deepEqual(kept({ cuts }, SHOW), [
      [0, 6],
      [18, 30],
    ]);
  });

  it('reach over from one recording to the next', () => {
    const cut = { from: at(26), to: at(4, 2) };
    assert.deepEqual(kept({ cuts: [cut] }, SHOW, LATER), [
      [0, 26],
      [34, 50],
    ]);
    assert.deepEqual(kept({ end: at(10, 2), start: at(10) }, SHOW, LATER), [[10, 40]]);
  });

  it('stay at their moments when it turns out that an earlier recording shows them, too', () => {
    const second = edited({ cuts: [{ from: at(1, 2), to: at(9, 2) }] }, SHOW, OVERLAPPING);
    // 26 s are in the first recording; from 30 s on, 6 s after its own beginning, the second one goes on.
    assert.deepEqual(second.outline.recordings[1], { id: 2, start: 30, duration: 14, from: 6 });
    assert.deepEqual(
      second.outline.kept.map(({ from, to }) => [from, to]),
      [
        [0, 26],
        [32, 44],
      ],
    );
  });

  it('hold as far as they can where a recording is not in the replay', () => {
    assert.deepEqual(kept({ start: at(5, 9), end: at(5, 9) }, SHOW), [[0, 30]]);
    assert.deepEqual(kept({ cuts: [{ from: at(5, 9), to: at(8, 9) }] }, SHOW), [[0, 30]]);
    assert.deepEqual(kept({ cuts: [{ from: at(20), to: at(8, 9) }] }, SHOW, LATER), [
      [0, 20],
      [30, 50],
    ]);
    assert.deepEqual(kept({ cuts: [{ from: at(1, 9), to: at(8) }] }, SHOW, LATER), [[8, 50]]);
  });

  it('are refused where they leave nothing, or contradict themselves', () => {
    for (const edits of [
      { start: at(20), end: at(10) },
      { start: at(30) },
      { end: at(1) },
      { cuts: [{ from: at(0), to: at(99) }] },
    ])
      assert.throws(() => edited(edits, SHOW), { code: 'EDIT_INVALID', message: /leave nothing/ });
    assert.throws(
      () =>
        edited(
          {
            cuts: [
              { from: at(1), to: at(2) },
              { from: at(9), to: at(8) },
            ],
          },
          SHOW,
        ),
      {
        code: 'EDIT_INVALID',
        message: /cuts\[1\]\.from is 9\.000 s and cuts\[1\]\.to 8\.000 s/,
      },
    );
  });

  it('land where the outline says that they do, wherever a wish lies', () => {
    const seconds = fc.double({ min: 0, max: 60, noNaN: true });
    const shows = fc.constantFrom([SHOW], [SHOW, LATER], [SHOW, OVERLAPPING]);
    fc.assert(
      fc.property(shows, seconds, (show, wished) => {
        const { outline } = edited({}, ...show);
        if (wished >= outline.duration) return;
        const begins = outline.keyframes.findLast((keyframe) => keyframe <= wished + 0.001) ?? NaN;
        const result = edited({ start: positionOf(outline, wished) }, ...show).outline;
        assert.deepEqual(result.kept, [{ from: begins, to: outline.duration }]);
      }),
    );
  });
});

/** As an editor's wish is kept. */
function positionOf({ recordings }: Outline, seconds: number): Position {
  const found =
    recordings.findLast(({ start, duration }) => start <= seconds && duration > 0) ?? assert.fail();
  return at(seconds - found.start + found.from, found.id);
}

describe('archiveTimeOf', () => {
  it('tells where a moment of a recording is shown, and that it is not', () => {
    const { archiveTimeOf } = edited({ cuts: [{ from: at(6), to: at(10) }] }, SHOW, OVERLAPPING);
    assert.equal(archiveTimeOf(0, 3), 3);
    assert.equal(archiveTimeOf(0, 7), undefined);
    assert.equal(archiveTimeOf(0, 11), 7);
    // Of the second one, five seconds are shown from the first.
    assert.equal(archiveTimeOf(1, 2), 23);
    assert.equal(archiveTimeOf(1, 6), 26);
    for (const [recording, time] of [
      [0, -1],
      [0, 30],
      [1, 20],
      [2, 0],
    ] as const)
      assert.equal(archiveTimeOf(recording, time), undefined);
  });
});

describe('files', () => {
  it('are those of which a part is shown, each once', () => {
    const { files } = edited(
      {
        cuts: [
          { from: at(4), to: at(8) },
          { from: at(10), to: at(20) },
        ],
      },
      SHOW,
      OVERLAPPING,
    );
    const targets = [...files()].map(({ target }) => target.replace('archive/ev-1/1/media/', ''));
    assert.deepEqual(targets, ['720p/0-0.ts', '720p/0-2.ts', '720p/1-0.ts', '720p/1-1.ts']);
  });
});

describe('renditions', () => {
  const names = (edits: Partial<Edits>, ...recordings: readonly MadeRecording[]): readonly string[] =>
    edited(edits, ...recordings).renditions.map(({ name }) => name);

  it('are those of the recording of which most is shown; others give what comes nearest', () => {
    const [small, large] = [
      { ...SHOW, heights: [480] },
      { ...LATER, heights: [1080, 540, 160] },
    ];
    assert.deepEqual(names({}, small, large), ['480p']);
    assert.deepEqual(names({ end: at(20, 2), start: at(20) }, small, large), ['1080p', '540p', '160p']);
    const { rangesFrom } = edited({}, small, large);
    const shown = new Set(Array.from(rangesFrom(0, 0), ({ target }) => target.split('/').at(-2)));
    assert.deepEqual([...shown], ['480p', '540p']);
  });

  it('leave out what cannot be cut at the same pictures, but only where something is cut', () => {
    const odd = { ...SHOW, heights: [720, 540, 360], but: [{}, { gop: 37, filePictures: 185 }] };
    assert.deepEqual(names({}, odd), ['720p', '540p', '360p']);
    assert.deepEqual(names({ start: at(4) }, odd), ['720p', '360p']);
    assert.deepEqual(kept({ start: at(5) }, odd), [[4, 30]]);
  });

  it('stay, where they can be cut at the beginnings of their files at least', () => {
    const other = { ...SHOW, heights: [720, 540], but: [{}, { gop: 50 }] };
    assert.deepEqual(names({ start: at(14) }, other), ['720p', '540p']);
    assert.deepEqual(kept({ start: at(14) }, other), [[10, 30]]);
  });
});
