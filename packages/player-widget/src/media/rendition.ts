/** One encoded version of the picture. */
export interface Rendition {
  readonly id: string;
  /** Pixels; `undefined` where the playlist does not say. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Bits per second. */
  readonly bitrate: number;
}

/** Selecting this lets the engine choose by bandwidth. */
export const AUTO = 'auto';
