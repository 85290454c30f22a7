import { html, type Html } from '../html.ts';

/** Line icons, 20 px; they are decoration, the text beside them or the label says it. */
const icon = (shape: Html): Html =>
  html`<svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

export const BAG_ICON = icon(html`<path d="M5 8h14l1 12H4L5 8Z" /><path d="M9 10V6.500a3 3 0 0 1 6 0V10" />`);
export const CLOSE_ICON = icon(html`<path d="m6 6 12 12M18 6 6 18" />`);
export const TRUCK_ICON = icon(
  html`<path d="M3 6h11v10H3zM14 10h4l3 3v3h-7" /><circle cx="7.500" cy="17.500" r="1.800" /><circle
      cx="17.500"
      cy="17.500"
      r="1.800"
    />`,
);
export const RETURN_ICON = icon(html`<path d="M4 9h11a5 5 0 0 1 0 10H8" /><path d="M8 5 4 9l4 4" />`);
export const LEAF_ICON = icon(
  html`<path d="M5 19c0-9 5-14 15-14 0 10-5 15-13 14" /><path d="M5 21c1-5 4-8 9-10" />`,
);
export const PLAY_ICON = icon(html`<path class="solid" d="M8 5.500v13l11-6.500z" />`);
