/** What the foreign recording shows and carries: read by the script that makes it and by the test that publishes it. */

export const PREFIX = 'ivs/v1/123456789012/AbCdef1G2hij/2026/3/5/7/8/FoReIgN12345';
export const CUE_KEY = 'sd26';
export const PICTURES_PER_SECOND = 25;

/** A stretch between two restarts of the encoder. Each picture bears its number, and those of the second stretch count from 500. */
export interface Take {
  readonly firstPicture: number;
  readonly pictures: number;
  /** Epoch ms of its first picture. */
  readonly startedAt: number;
  /** Numbers of its files, which skip, and the seconds of each. */
  readonly files: readonly (readonly [number: number, seconds: number])[];
}

export const TAKES: readonly [Take, Take] = [
  {
    firstPicture: 0,
    pictures: 350,
    startedAt: Date.parse('2026-03-05T07:08:09.250Z'),
    files: [
      [0, 6],
      [1, 6],
      [3, 2],
    ],
  },
  {
    firstPicture: 500,
    pictures: 250,
    startedAt: Date.parse('2026-03-05T07:09:06.000Z'),
    files: [
      [5, 6],
      [6, 4],
    ],
  },
];

/** The picture's number as blocks of black and white: white, ten bits from the highest, black. In pixels of a picture of 320 × 180. */
export const STRIP = { x: 20, y: 20, block: 20, bits: 10, width: 320, height: 180 } as const;

/** The cues that the recording must be found to carry, each at the picture where it first stands. */
export const CUES: readonly {
  readonly n: number;
  readonly picture: number;
  readonly show: readonly string[];
}[] = [
  { n: 1, picture: 30, show: ['mug-blue'] },
  { n: 3, picture: 137, show: ['mug-red', 'mug-blue'] },
  { n: 4, picture: 212, show: ['lamp'] },
  { n: 5, picture: 330, show: Array.from({ length: 40 }, (_, index) => `scarf-number-${String(index)}`) },
  { n: 6, picture: 560, show: ['vase'] },
  { n: 7, picture: 640, show: [] },
];
