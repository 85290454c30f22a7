/** Seconds, at 30 pictures a second; still inside the picture at 60. */
const HALF_A_PICTURE = 1 / 60 - 0.001;

/** Where to seek for the picture that begins at this time: into it rather than to its edge, where rounding may find the one before. */
export function intoPicture(seconds: number): number {
  return seconds > 0 ? seconds + HALF_A_PICTURE : 0;
}
