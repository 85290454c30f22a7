/**
 * Puts values into a text: `{title}` in it stands for the value of that name. Texts lie beside what says them, so that
 * no page loads the words of what it does not show. Values stay text: templates escape them.
 */
export function localize(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
