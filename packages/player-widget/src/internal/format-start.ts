import { localeOf } from './format.ts';

/** A point in time for a waiting viewer, in their own time zone: `Thursday 5 March, 18:00`. */
export function formatStart(iso: string, language = ''): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
