import type { Stretch, UncutReplay } from './uncut-replay.ts';

/**
 * A wish that misses a place by less than this means it: times in seconds are rounded on their way to an editor and back. (One millisecond, in ticks.)
 */
const NEAR_TICKS = 90;

/** How many places the uncut replay has, of all its recordings. A place is counted through from 0. */
export function placeCount({ stretches }: UncutReplay): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/**
 * The open place at or before a time of the uncut replay: where a cut that is wished for there lands.
 * @returns the place, counted through; at or after the end the number of places
 */
export function landing(replay: UncutReplay, time: number): number {
  const { stretches, recordings, end } = replay;
  if (time >= end - NEAR_TICKS) return placeCount(replay);
  let before = 0;
  let landed = 0;
  for (const stretch of stretches) {
    if (stretch.start > time + NEAR_TICKS) break;
    const places = recordings[stretch.recording]?.places;
    const own = time + NEAR_TICKS - stretch.start + stretch.own;
    let place = Math.min(places?.before(own) ?? stretch.from, stretch.to - 1);
    // A stretch begins at an open place.
    while (place > stretch.from && places?.isOpen(place) !== true) place -= 1;
    landed = before + Math.max(0, place - stretch.from);
    before += stretch.to - stretch.from;
  }
  return landed;
}

/** The time of a place that is counted through; behind the last one the end. */
export function timeOfPlace(replay: UncutReplay, place: number): number {
  let before = 0;
  for (const stretch of replay.stretches) {
    const count = stretch.to - stretch.from;
    if (place < before + count) return timeInStretch(replay, stretch, stretch.from + place - before);
    before += count;
  }
  return replay.end;
}

/** Where a place of a stretch's recording lies in the uncut replay. */
export function timeInStretch({ recordings }: UncutReplay, stretch: Stretch, place: number): number {
  const own = recordings[stretch.recording]?.places.start(place) ?? stretch.own;
  return own - stretch.own + stretch.start;
}

/** The times of all open places, in ticks, in order. */
export function* openPlaces(replay: UncutReplay): Generator<number> {
  for (const stretch of replay.stretches) {
    const places = replay.recordings[stretch.recording]?.places;
    for (let place = stretch.from; place < stretch.to; place += 1)
      if (place === stretch.from || places?.isOpen(place) === true)
        yield timeInStretch(replay, stretch, place);
  }
}
