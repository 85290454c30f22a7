// Runs before the player: a network that is gone for media from the first seek on. Connections break, then nothing comes back.
const files = `${location.pathname.replace(/stage$/, '')}files/`;
/** More than hls.js takes before it says that it failed: it may try each of two renditions. */
const BROKEN = 4;
let lost = false;
let broken = 0;

const time = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime');
Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', {
  ...time,
  set(this: HTMLMediaElement, seconds: number) {
    lost ||= !this.paused;
    time?.set?.call(this, seconds);
  },
});

function whereTo(url: string): string {
  if (!lost || !/\.(ts|mp4|m4s)\b/.test(url)) return url;
  broken += 1;
  return `${files}${broken > BROKEN ? 'hangs' : 'breaks'}`;
}

const { open } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL): void {
  open.call(this, method, whereTo(String(url)), true);
};

export {};
