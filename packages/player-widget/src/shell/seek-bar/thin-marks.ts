/** Pixels from one mark to the next, and to either end of the bar, that the eye takes apart. */
const APART = 6;

/**
 * Where marks stand on a bar, in whole pixels so that they are crisp. Of those that would run together the first stands;
 * what begins with the video, or with its end, needs none.
 *
 * @param times - in seconds, in order
 * @param duration - in seconds
 * @param width - of the bar, in pixels
 */
export function thinMarks(times: readonly number[], duration: number, width: number): readonly number[] {
  const places: number[] = [];
  for (const time of times) {
    const place = Math.round((time / duration) * width);
    if (place >= (places.at(-1) ?? 0) + APART && place <= width - APART) places.push(place);
  }
  return places;
}
