import type { PlayerElement } from './player-element.ts';

/** Often enough to read a clock by, rare enough to cost nothing. */
const EVERY_MS = 100;

function seconds(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : `${value.toFixed(2)} s`;
}

function clock(programTime: number | undefined): string {
  return programTime === undefined ? '–' : new Date(programTime).toISOString().slice(11);
}

function readings(player: PlayerElement): Readonly<Record<string, string>> {
  const refused = player.diagnostics?.refusedCues?.at(-1);
  return {
    engine: player.diagnostics?.engine ?? 'not loaded',
    'media-time': seconds(player.currentTime),
    'program-time': clock(player.programTime),
    products: player.activeProducts?.map(({ id }) => id).join(', ') || 'none',
    refusal: refused ? `${refused.reason}: ${refused.detail}` : 'none',
  };
}

function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

/** Shows what the element says of itself, again and again while the panel is open. */
export function showReadings(panel: HTMLElement, player: PlayerElement, isOpen: () => boolean): void {
  const values = panel.querySelectorAll<HTMLElement>('[data-reading]');
  const counts = panel.querySelectorAll<HTMLElement>('[data-count]');
  setInterval(() => {
    if (!isOpen() || document.hidden) return;
    const now = readings(player);
    for (const place of values) write(place, now[place.dataset['reading'] ?? ''] ?? '–');
    const cues = player.diagnostics?.cues;
    for (const place of counts) write(place, String(cues?.[place.dataset['count'] ?? ''] ?? 0));
  }, EVERY_MS);
}
