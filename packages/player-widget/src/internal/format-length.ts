import { localeOf } from './format.ts';

/** A running time for a facade: `22 min`, `1 hr 5 min`, `45 sec`. */
export function formatLength(seconds: number, language = ''): string {
  const minutes = Math.round(seconds / 60);
  const parts: [number, string][] =
    seconds < 60
      ? [[Math.round(seconds), 'second']]
      : [
          [Math.floor(minutes / 60), 'hour'],
          [minutes % 60, 'minute'],
        ];
  return parts
    .filter(([count], index) => count > 0 || (index === 0 && seconds < 60))
    .map(([count, unit]) =>
      new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ');
}
