import { onAbort } from '../../internal/on-abort.ts';

/**
 * hls.js gives each text track an empty file, without which Safari drops cues. Its address, `data:,WEBVTT`, is one that a
 * page's content security policy refuses; `blob:` it allows, since all media come from there.
 */
export function allowTrackFiles(video: HTMLVideoElement, { signal }: { signal: AbortSignal }): void {
  let file = '';
  // Before the browser asks for it, which it does a task later.
  const observer = new MutationObserver(() => {
    for (const track of video.querySelectorAll<HTMLTrackElement>('track[src^=data]')) {
      file ||= URL.createObjectURL(new Blob(['WEBVTT']));
      track.src = file;
    }
  });
  observer.observe(video, { childList: true });
  onAbort(signal, () => {
    observer.disconnect();
    URL.revokeObjectURL(file);
  });
}
