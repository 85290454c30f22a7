// Runs before the player: a browser that lets nothing play before somebody has tapped, as phones do in their power-saving mode.
const { prototype } = HTMLMediaElement;
const { play } = prototype;
let tapped = false;
for (const type of ['pointerdown', 'keydown'])
  addEventListener(type, () => (tapped = true), { capture: true });

prototype.play = function (this: HTMLMediaElement): Promise<void> {
  if (tapped) return play.call(this);
  return Promise.reject(new DOMException('play() needs a tap', 'NotAllowedError'));
};

export {};
