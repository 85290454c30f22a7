import type { CSSResult } from 'lit';

/** Puts a sheet into this shadow root, or the one that a node lies in, once: for parts of the player that have no root of their own. */
export function adoptStyles(node: Node, { styleSheet }: CSSResult): void {
  const root = node.getRootNode();
  if (root instanceof ShadowRoot && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets.push(styleSheet);
}
