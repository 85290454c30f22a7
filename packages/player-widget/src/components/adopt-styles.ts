import type { CSSResult } from 'lit';

/** Puts a sheet into the shadow root that an element lies in, once: for parts of the player that have no root of their own. */
export function adoptStyles(element: Element, { styleSheet }: CSSResult): void {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot && styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets.push(styleSheet);
}
