// As its getting-started page has it for npm: nothing but the player, on a <video> that plays by itself.
import { create, isPlayerSupported } from 'amazon-ivs-player';

const video = document.querySelector('video');
if (isPlayerSupported) {
  const at = (name) => new URL(`ivs/${name}`, document.currentScript.src).href;
  const player = create({
    wasmWorker: at('amazon-ivs-wasmworker.min.js'),
    wasmBinary: at('amazon-ivs-wasmworker.min.wasm'),
  });
  player.attachHTMLVideoElement(video);
  player.setAutoplay(true);
  player.load(video.dataset.url);
}
