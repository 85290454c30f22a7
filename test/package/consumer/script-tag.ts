// A retailer's page code in TypeScript; the element comes with a script tag, the types with the package.
import type {} from '@vitrine/player-widget';

const player = document.querySelector('vitrine-player');
await player?.play();
export const time: number | undefined = player?.currentTime;

document.addEventListener('vitrine-products-changed', ({ detail }) => {
  const titles: readonly string[] = detail.products.map(({ title }) => title);
  const time: number = detail.mediaTime;
  console.log(titles, time);
});
window.addEventListener('vitrine-error', ({ detail: { code } }) => code === 'STREAM_OFFLINE');
player?.addEventListener('vitrine-add-to-cart', (event) => {
  event.preventDefault();
  const amount: number = event.detail.product.price.amount * event.detail.quantity;
  console.log(amount);
});

// @ts-expect-error there is no such code
window.addEventListener('vitrine-error', ({ detail: { code } }) => code === 'NO_SUCH_CODE');
// @ts-expect-error it takes the id of a product
player?.seekToProduct(3);
// @ts-expect-error nobody sets what plays now
if (player) player.paused = true;
