const UNITS = ['hour', 'minute', 'second'] as const;

const formats = new Map<string, (seconds: number) => string>();

/** A time as one says it: `2 minutes, 5 seconds`. */
export function spokenTime(seconds: number, language: string): string {
  let format = formats.get(language);
  if (!format) formats.set(language, (format = formatIn(language)));
  return format(Math.max(0, Math.floor(seconds)) || 0);
}

/** Parts of a sentence, as a language puts them side by side. */
export function joined(parts: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'unit' }).format(parts);
}

function formatIn(language: string): (seconds: number) => string {
  const units = UNITS.map(
    (unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }),
  );
  return (seconds) => {
    const counts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const parts = units.flatMap((unit, index) => {
      const count = counts[index] ?? 0;
      return count > 0 || (seconds === 0 && index === 2) ? [unit.format(count)] : [];
    });
    return joined(parts, language);
  };
}
