import { svg, type SVGTemplateResult } from 'lit';

/** Line icons, drawn on 24 units and shown at 18 px. They say nothing by themselves: their control has the label. */
export const ICONS = {
  play: svg`<path d="M8 5.2v13.6a.8.8 0 0 0 1.2.7l10.7-6.8a.8.8 0 0 0 0-1.4L9.2 4.5A.8.8 0 0 0 8 5.2Z" fill="currentColor" stroke="none"/>`,
  pause: svg`<path d="M7 5.5A1 1 0 0 1 8 4.5h1.5a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1Zm6.5 0a1 1 0 0 1 1-1H16a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-1.5a1 1 0 0 1-1-1Z" fill="currentColor" stroke="none"/>`,
  silent: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM16 9.5l5 5M21 9.5l-5 5"/>`,
  leave: svg`<path d="M10 5H5v14h14v-5M13 4.5h6.5V11M19 5l-8 8"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`,
  signal: svg`<path d="M4 4l16 16M8.5 15.5a5 5 0 0 1-1-6M16 8a5.5 5.5 0 0 1 .6 6.5M5.5 18a9 9 0 0 1-1-11M19 5.5A9.5 9.5 0 0 1 20 17"/>`,
  film: svg`<rect x="4" y="5" width="16" height="14" rx="2"/><path d="M8 5v14M16 5v14M4 12h16"/>`,
  alert: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 8v5M12 16v.01"/>`,
  pin: svg`<path d="M9 3.5h6l-.7 6 3.2 3.5h-11l3.2-3.5ZM12 13v7.5"/>`,
  bag: svg`<path d="M5.5 8h13l1 12h-15ZM8.5 8V7a3.5 3.5 0 0 1 7 0v1"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  back: svg`<path d="M19 12H5M11 6l-6 6 6 6"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  minus: svg`<path d="M6 12h12"/>`,
  plus: svg`<path d="M6 12h12M12 6v12"/>`,
  sound: svg`<path d="M4.5 9.5v5H8l5 4v-13l-5 4ZM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11"/>`,
  replay: svg`<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v4.5H9"/>`,
} as const;

export type Icon = keyof typeof ICONS;

export function icon(name: Icon): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${ICONS[name]}</svg>`;
}
