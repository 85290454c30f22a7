// Runs before the player: a browser that lets nothing be heard before somebody has tapped, as most do on a first visit.
const { prototype } = HTMLMediaElement;
const { play } = prototype;
let tapped = false;
for (const type of ['pointerdown', 'keydown'])
  addEventListener(type, () => (tapped = true), { capture: true });

prototype.play = function (this: HTMLMediaElement): Promise<void> {
  if (tapped || this.muted) return play.call(this);
  return Promise.reject(new DOMException('play() needs a tap', 'NotAllowedError'));
};

export {};
