// Runs before the player: a network that is gone for media from the first seek on. Connections break, then nothing comes back.
const files = `${location.pathname.replace(/stage$/, '')}files/`;
/** Milliseconds from the first that breaks: hls.js has said by then that it failed, however many renditions it tries. */
const BREAKS = 4_000;
let lost = false;
let since: number | undefined;

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
  since ??= performance.now();
  return `${files}${performance.now() - since > BREAKS ? 'hangs' : 'breaks'}`;
}

const { open } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL): void {
  open.call(this, method, whereTo(String(url)), true);
};

export {};
