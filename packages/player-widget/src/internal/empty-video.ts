/** Leaves a `<video>` without a source, at once. */
export function emptyVideo(video: HTMLVideoElement): void {
  video.srcObject = null;
  video.removeAttribute('src');
  video.load();
}
