// What is on screen when. Everything else (pictures, show.json, the checks) follows from this list.

export const WIDTH = 1280;
export const HEIGHT = 720;
export const FPS = 30;
export const FRAMES = 2880;
/** Two seconds: each group of pictures is a range that a player can start at. */
export const GOP_FRAMES = 60;

export interface Shot {
  from: number;
  /** The first frame that is no longer part of the shot. */
  to: number;
  kind: 'opening' | 'host' | 'close-up' | 'closing';
  product: string | null;
  name: string;
}

interface Presented {
  id: string;
  name: string;
  /** Host and close-up, in frames. */
  host: number;
  closeUp: number;
}

const OPENING = 180;

// The lamp's and the board's close-ups start in the middle of a group of pictures on purpose: a cue must be right there too.
const PRESENTED: Presented[] = [
  { id: 'mug-blue', name: 'Stoneware mug, cobalt', host: 240, closeUp: 180 },
  { id: 'mug-red', name: 'Stoneware mug, brick', host: 240, closeUp: 180 },
  { id: 'lamp-brass', name: 'Brass pendant lamp', host: 270, closeUp: 150 },
  { id: 'scarf-fern', name: 'Linen scarf, fern', host: 240, closeUp: 180 },
  { id: 'board-oak', name: 'Oak serving board', host: 225, closeUp: 195 },
  { id: 'vase-sand', name: 'Sandstone vase', host: 240, closeUp: 180 },
];

export const shots: readonly Shot[] = buildShots();

export function shotAt(frame: number): Shot {
  const shot = shots.find((candidate) => frame >= candidate.from && frame < candidate.to);
  if (!shot) throw new RangeError(`no shot at frame ${String(frame)}`);
  return shot;
}

function buildShots(): Shot[] {
  const list: Shot[] = [
    { from: 0, to: OPENING, kind: 'opening', product: null, name: 'Welcome to the spring table' },
  ];
  let from = OPENING;
  for (const { id, name, host, closeUp } of PRESENTED) {
    list.push({ from, to: from + host, kind: 'host', product: id, name: `The host shows: ${name}` });
    list.push({ from: from + host, to: from + host + closeUp, kind: 'close-up', product: id, name });
    from += host + closeUp;
  }
  list.push({ from, to: FRAMES, kind: 'closing', product: null, name: 'The whole table' });
  return list;
}
