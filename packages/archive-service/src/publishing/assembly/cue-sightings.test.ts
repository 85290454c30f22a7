import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PICTURE_TICKS, scannedRecording } from '../../test/scanned-recordings.ts';
import type { ScannedRendition } from '../steps/scan-media.ts';
import { layRecording } from './recording-timeline.ts';

type Cue = readonly [n: number, picture: number];

/** A recording of ten seconds whose renditions, the best first, carry these cues. */
function sightings(...carried: readonly (readonly Cue[])[]): { cues: Cue[]; warnings: string[] } {
  const scanned = carried.flatMap((cues, index): ScannedRendition[] => {
    const made = cues.map(([n, picture]) => ({ picture, cue: { n, show: [`p${String(n)}`] } }));
    return [...scannedRecording({ heights: [720 - index * 100], runs: [{ pictures: 300, cues: made }] })];
  });
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) };
  const { cues } = layRecording({ id: 1, bucket: 'shows', prefix: 'rec' }, scanned, log);
  return { cues: cues.map(({ cue, time }) => [cue.n, time / PICTURE_TICKS] as const), warnings };
}

describe('the cues of a recording', () => {
  it('are those of one rendition where a second one agrees, each once', () => {
    const both = [
      [1, 30],
      [2, 90],
      [2, 240],
    ] as const;
    assert.deepEqual(sightings(both, both), { cues: both.slice(0, 2), warnings: [] });
  });

  it('are those of both where one has lost some, and said so', () => {
    const { cues, warnings } = sightings(
      [[1, 30]],
      [
        [1, 30],
        [2, 90],
      ],
    );
    assert.deepEqual(cues, [
      [1, 30],
      [2, 90],
    ]);
    assert.deepEqual(warnings, ['cue missing in the first rendition']);
  });

  it('begin where either has them first: the other may have a repeat alone', () => {
    for (const [one, other] of [
      [180, 30],
      [30, 180],
    ] as const) {
      const { cues, warnings } = sightings([[1, one]], [[1, other]]);
      assert.deepEqual(cues, [[1, 30]]);
      assert.deepEqual(warnings, ['renditions disagree on a cue']);
    }
  });
});
