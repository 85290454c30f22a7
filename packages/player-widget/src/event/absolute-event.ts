import type { LiveEvent, Playback, Product, Starter, StarterFile } from '@vitrine/product-cues';
import { safeUrl } from '../internal/safe-url.ts';

/** Published files hold URLs relative to themselves. What is no http(s) URL is dropped: the JSON is not ours. */
export function absoluteEvent(event: LiveEvent, base: string): LiveEvent {
  const { poster, timelineUrl, liveStateUrl, ...rest } = event;
  const urls = {
    poster: safeUrl(poster, base),
    timelineUrl: safeUrl(timelineUrl, base),
    liveStateUrl: safeUrl(liveStateUrl, base),
  };
  return {
    ...rest,
    ...withoutMissing(urls),
    playback: event.playback && absolutePlayback(event.playback, base),
    products: event.products.map((product) => absoluteProduct(product, base)),
  };
}

export function absoluteProduct(product: Product, base: string): Product {
  return {
    ...product,
    url: safeUrl(product.url, base) ?? '',
    images: product.images.flatMap((image) => safeUrl(image, base) ?? []),
  };
}

function absolutePlayback(playback: Playback, base: string): Playback | null {
  const url = safeUrl(playback.url, base);
  if (!url) return null;
  if (playback.type === 'live') return { ...playback, url };
  const { thumbnailsUrl, chaptersUrl, starter, ...rest } = playback;
  const beside = {
    thumbnailsUrl: safeUrl(thumbnailsUrl, base),
    chaptersUrl: safeUrl(chaptersUrl, base),
    starter: starter && absoluteStarter(starter, base),
  };
  return { ...rest, ...withoutMissing(beside), url };
}

/** A file whose address cannot be used has none: such a starter is left alone. */
function absoluteStarter({ video, audio, ...rest }: Starter, base: string): Starter {
  const file = ({ url, mime }: StarterFile): StarterFile => ({ url: safeUrl(url, base) ?? '', mime });
  return { ...rest, video: file(video), ...(audio && { audio: file(audio) }) };
}

type Present<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

function withoutMissing<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
