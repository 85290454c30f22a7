import type { Shot } from '../timeline.ts';
import { clamp, ease, mix, type Point } from './paint.ts';

export interface Arm {
  hand: Point;
  /** Where the fingers point, in radians; 0 is to the right. */
  angle: number;
  /** 0 a closed, resting hand, 1 fingers spread. */
  open: number;
}

export interface Pose {
  /** Left and right as seen in the picture. */
  left: Arm;
  right: Arm;
  /** Where the face looks: -1 to 1. */
  turn: number;
  tilt: number;
  mouth: number;
  blink: number;
  brow: number;
  breath: number;
}

type Gesture = 'rest' | 'present' | 'explain' | 'weigh' | 'wave' | 'welcome' | 'up';

const GESTURES: Record<Gesture, { left: Arm; right: Arm; turn: number }> = {
  rest: {
    left: { hand: [286, 566], angle: 0.5, open: 0.15 },
    right: { hand: [424, 566], angle: 2.6, open: 0.15 },
    turn: 0,
  },
  present: {
    left: { hand: [292, 566], angle: 0.45, open: 0.15 },
    right: { hand: [590, 482], angle: -0.12, open: 0.85 },
    turn: 0.75,
  },
  explain: {
    left: { hand: [206, 470], angle: 3.45, open: 0.75 },
    right: { hand: [502, 464], angle: -0.4, open: 0.75 },
    turn: 0.1,
  },
  weigh: {
    left: { hand: [286, 566], angle: 0.5, open: 0.2 },
    right: { hand: [498, 430], angle: -0.9, open: 0.55 },
    turn: 0.35,
  },
  wave: {
    left: { hand: [286, 566], angle: 0.5, open: 0.15 },
    right: { hand: [524, 286], angle: -1.35, open: 1 },
    turn: 0,
  },
  welcome: {
    left: { hand: [222, 492], angle: 3.0, open: 0.9 },
    right: { hand: [530, 486], angle: 0.05, open: 0.9 },
    turn: 0.15,
  },
  up: {
    left: { hand: [286, 566], angle: 0.5, open: 0.15 },
    right: { hand: [566, 366], angle: -0.75, open: 0.75 },
    turn: 0.8,
  },
};

type Cue = readonly [second: number, gesture: Gesture];

const SCRIPTS: Record<string, readonly Cue[]> = {
  opening: [
    [0, 'rest'],
    [0.5, 'wave'],
    [2.4, 'welcome'],
    [4.6, 'present'],
  ],
  closing: [
    [0, 'present'],
    [2, 'welcome'],
    [3.9, 'wave'],
  ],
  'lamp-brass': [
    [0, 'rest'],
    [0.6, 'up'],
    [3.4, 'explain'],
    [5.6, 'up'],
    [7.6, 'weigh'],
  ],
  'board-oak': [
    [0, 'explain'],
    [1.4, 'present'],
    [3.8, 'weigh'],
    [5.4, 'present'],
  ],
  'mug-red': [
    [0, 'weigh'],
    [1.2, 'present'],
    [4.4, 'explain'],
    [6.2, 'present'],
  ],
  default: [
    [0, 'rest'],
    [0.5, 'explain'],
    [2.3, 'present'],
    [5, 'weigh'],
    [6.4, 'present'],
  ],
};

const CHANGE = 0.75;

export function poseAt(shot: Shot, frame: number): Pose {
  const t = (frame - shot.from) / 30;
  const clock = frame / 30;
  const script = SCRIPTS[shot.product ?? shot.kind] ?? SCRIPTS['default'] ?? [];
  const now = [...script].reverse().find(([second]) => t >= second) ?? script[0];
  const before = script[script.indexOf(now ?? [0, 'rest']) - 1] ?? now;
  const to = GESTURES[now?.[1] ?? 'rest'];
  const from = GESTURES[before?.[1] ?? 'rest'];
  const share = ease((t - (now?.[0] ?? 0)) / CHANGE);
  const talk = speech(clock);
  const right = blend(from.right, to.right, share, clock, talk, 0);
  if (now?.[1] === 'wave') wave(right, share, t);
  return {
    left: blend(from.left, to.left, share, clock, talk, 2),
    right,
    turn: mix(from.turn, to.turn, share) + Math.sin(clock * 0.9) * 0.12,
    tilt: Math.sin(clock * 1.3) * 0.02 + Math.sin(clock * 0.53) * 0.025,
    mouth: talk,
    blink: blinkAt(frame),
    brow: clamp(Math.sin(clock * 1.9) * 0.6 + talk * 0.5),
    breath: Math.sin(clock * 1.6),
  };
}

function wave(arm: { -readonly [K in keyof Arm]: Arm[K] }, share: number, t: number): void {
  const swing = Math.sin(t * 8) * share;
  arm.angle += swing * 0.28;
  arm.hand = [arm.hand[0] + swing * 14, arm.hand[1]];
}

function blend(a: Arm, b: Arm, share: number, clock: number, talk: number, phase: number): Arm {
  // A hand in the air moves with the words, one on the table rests.
  const lift = clamp((560 - mix(a.hand[1], b.hand[1], share)) / 90);
  const bob = (Math.sin(clock * 4.1 + phase) * 5 + talk * 5) * lift;
  // The hand leaves the straight line a little, as a real one does.
  const arc = Math.sin(share * Math.PI) * 16;
  return {
    hand: [
      mix(a.hand[0], b.hand[0], share) + Math.sin(clock * 1.7 + phase) * 4 * lift,
      mix(a.hand[1], b.hand[1], share) + bob - arc,
    ],
    angle: mix(a.angle, b.angle, share) + Math.sin(clock * 2.3 + phase) * 0.07 * lift,
    open: mix(a.open, b.open, share),
  };
}

/** How far the mouth is open: syllables within phrases, with pauses between them. */
function speech(clock: number): number {
  const phrase = clamp((Math.sin(clock * 1.15) + Math.sin(clock * 0.71 + 1) * 0.6 + 0.75) * 2);
  const syllable = Math.sin(clock * 17.3) * 0.42 + Math.sin(clock * 11.9 + 1.2) * 0.34 + 0.3;
  return phrase * clamp(syllable);
}

function blinkAt(frame: number): number {
  const phase = (frame + 34) % 107;
  const closing = phase < 7 ? 1 - Math.abs(phase - 3) / 3.5 : 0;
  return clamp(closing);
}
