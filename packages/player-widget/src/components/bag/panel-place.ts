interface Size {
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels of the viewport. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/**
 * Where the panel lies: at the side of a wide player; over the lower part of a tall one; over the lower part of the page where the
 * player is small. It `covers` when what it leaves of the player is too little to go on with: then it is all there is.
 */
export type PanelPlace =
  | { readonly kind: 'side' }
  | { readonly kind: 'lower' }
  | {
      readonly kind: 'page' | 'cover';
      readonly left: number;
      readonly width: number;
      readonly height: number;
    };

/** As narrow and as low as the panel and what is left of the picture may be. */
const SIDE = { width: 600, height: 300 };
const LOWER_HEIGHT = 480;
const LEAST = { width: 340, height: 320 };
/** Share of the viewport that a sheet over the page takes at most. */
const MOST = 0.72;
/** Share of the player that must stay to be seen above a sheet. */
const LEFT = 0.5;

export function placePanel(player: Box, viewport: Size): PanelPlace {
  if (player.width >= SIDE.width && player.height >= SIDE.height) return { kind: 'side' };
  if (player.height >= LOWER_HEIGHT) return { kind: 'lower' };
  const width = Math.min(viewport.width, Math.max(player.width, LEAST.width));
  const left = Math.min(Math.max(player.left, 0), viewport.width - width);
  const bottom = player.top + player.height;
  const least = Math.min(LEAST.height, viewport.height);
  // All that there is below the player, so that nothing of it is covered, as long as it is neither too little nor too much.
  const height = Math.max(least, Math.min(viewport.height - bottom, viewport.height * MOST));
  const covers = viewport.height - height < player.top + player.height * LEFT;
  return covers
    ? { kind: 'cover', left, width, height: Math.max(height, Math.min(viewport.height, 560)) }
    : { kind: 'page', left, width, height };
}
