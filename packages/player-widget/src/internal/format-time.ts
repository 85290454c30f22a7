import { localeOf } from './format.ts';

/** A place in a recording, as its clock shows it, in the digits of the language: `5:02`, `1:05:02`. */
export function formatTime(seconds: number, language = ''): string {
  const whole = Math.floor(Math.max(0, seconds));
  const locale = localeOf(language);
  const say = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { minimumIntegerDigits: digits, useGrouping: false }).format(value);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return [...(hours > 0 ? [say(hours, 1)] : []), say(minutes, hours > 0 ? 2 : 1), say(whole % 60, 2)].join(
    ':',
  );
}
