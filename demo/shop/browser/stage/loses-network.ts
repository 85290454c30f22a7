// Runs before the player: a network that is gone for media after its first files, or a short show would be there whole before anybody seeks.
// Connections break, then nothing comes back.
const files = `${location.pathname.replace(/stage$/, '')}files/`;
const COME = 2;
/** Milliseconds from the first that breaks: hls.js has said by then that it failed, however many renditions it tries. */
const BREAKS = 4_000;
let asked = 0;
let since: number | undefined;

function whereTo(url: string): string {
  if (!/\.(ts|mp4|m4s)\b/.test(url)) return url;
  asked += 1;
  if (asked <= COME) return url;
  since ??= performance.now();
  return `${files}${performance.now() - since > BREAKS ? 'hangs' : 'breaks'}`;
}

const { open } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL): void {
  open.call(this, method, whereTo(String(url)), true);
};

export {};
