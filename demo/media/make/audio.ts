// The music bed: soft plucked chords over a quiet pad, worked out sample by sample. 96 s are 32 bars of 3 s, so that the
// clip loops without a seam in the harmony.
import { FPS, FRAMES, shots } from './timeline.ts';

export const SAMPLE_RATE = 48_000;
const SECONDS = FRAMES / FPS;
const LENGTH = SECONDS * SAMPLE_RATE;
const BAR = 3;
const EIGHTH = BAR / 8;

// Semitones from A3: F major 7, A minor 7, D minor 9, B flat major 7.
const CHORDS = [
  [-16, -4, 0, 3, 7],
  [-12, 0, 3, 7, 10],
  [-19, -4, 0, 5, 7],
  [-11, 1, 5, 8, 12],
] as const;
const PATTERN = [0, 2, 3, 4, 1, 3, 2, 4] as const;

/** Interleaved stereo, signed 16 bit. */
export function composeBed(): Int16Array {
  const left = new Float32Array(LENGTH);
  const right = new Float32Array(LENGTH);
  for (let bar = 0; bar < SECONDS / BAR; bar++) playBar(left, right, bar);
  for (const { from } of shots.slice(1)) tick(left, right, from / FPS);
  echo(left, right);
  return interleave(left, right);
}

function playBar(left: Float32Array, right: Float32Array, bar: number): void {
  const chord = CHORDS[bar % CHORDS.length] ?? CHORDS[0];
  const start = bar * BAR;
  chord.forEach((note, voice) => {
    pad(left, right, start, note, voice);
  });
  PATTERN.forEach((voice, step) => {
    // Every other bar leaves notes out, so that it breathes.
    if (bar % 2 === 1 && (step === 3 || step === 6)) return;
    const note = (chord[voice] ?? 0) + (step % 4 === 3 ? 12 : 0);
    pluck(left, right, start + step * EIGHTH, note, 0.075 - (step % 2) * 0.02, ((step * 5) % 8) / 7);
  });
}

const pitch = (note: number): number => 220 * 2 ** (note / 12);

function pluck(
  left: Float32Array,
  right: Float32Array,
  at: number,
  note: number,
  level: number,
  pan: number,
): void {
  const hertz = pitch(note);
  add(left, right, at, 1.8, pan, (t) => {
    const body =
      Math.sin(2 * Math.PI * hertz * t) + 0.35 * Math.exp(-t * 7) * Math.sin(4 * Math.PI * hertz * t + 0.3);
    return level * body * Math.min(1, t / 0.006) * Math.exp(-t * 3.1);
  });
}

function pad(left: Float32Array, right: Float32Array, at: number, note: number, voice: number): void {
  const hertz = pitch(note);
  add(left, right, at, BAR + 0.9, 0.3 + voice * 0.1, (t) => {
    const swell = Math.min(1, t / 0.8) * Math.min(1, Math.max(0, (BAR + 0.9 - t) / 0.9));
    const slow = 1 + 0.12 * Math.sin(2 * Math.PI * 0.4 * t + voice);
    return (
      0.017 *
      swell *
      slow *
      (Math.sin(2 * Math.PI * hertz * t) + 0.5 * Math.sin(2 * Math.PI * hertz * 1.003 * t))
    );
  });
}

/** Two fingers on a wooden table, for each new shot. */
function tick(left: Float32Array, right: Float32Array, at: number): void {
  add(
    left,
    right,
    at,
    0.16,
    0.5,
    (t) => 0.12 * Math.sin(2 * Math.PI * (620 - t * 900) * t) * Math.exp(-t * 42) * Math.min(1, t / 0.002),
  );
}

// What would ring on past the end is played at the beginning: the loop has no gap.
function add(
  left: Float32Array,
  right: Float32Array,
  at: number,
  seconds: number,
  pan: number,
  wave: (t: number) => number,
): void {
  const start = Math.round(at * SAMPLE_RATE);
  const toLeft = Math.cos((0.2 + pan * 0.6) * (Math.PI / 2));
  const toRight = Math.sin((0.2 + pan * 0.6) * (Math.PI / 2));
  for (let i = 0; i < seconds * SAMPLE_RATE; i++) {
    const value = wave(i / SAMPLE_RATE);
    const index = (start + i) % LENGTH;
    left[index] = (left[index] ?? 0) + value * toLeft;
    right[index] = (right[index] ?? 0) + value * toRight;
  }
}

function echo(left: Float32Array, right: Float32Array): void {
  const delay = Math.round(EIGHTH * 1.5 * SAMPLE_RATE);
  for (let i = delay; i < LENGTH; i++) {
    left[i] = (left[i] ?? 0) + 0.28 * (right[i - delay] ?? 0);
    right[i] = (right[i] ?? 0) + 0.24 * (left[i - delay] ?? 0);
  }
}

function interleave(left: Float32Array, right: Float32Array): Int16Array {
  const pcm = new Int16Array(LENGTH * 2);
  for (let i = 0; i < LENGTH; i++) {
    pcm[i * 2] = Math.round(Math.tanh(left[i] ?? 0) * 32_000);
    pcm[i * 2 + 1] = Math.round(Math.tanh(right[i] ?? 0) * 32_000);
  }
  return pcm;
}
