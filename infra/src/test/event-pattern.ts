type Json = Readonly<Record<string, unknown>>;

/**
 * Whether EventBridge would hand an event to a rule: every field of the pattern is there, and has one of the values named.
 * Of EventBridge's language this knows exact values alone; what it does not know it refuses, rather than to guess.
 */
export function matchesPattern(pattern: Json, event: Json): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const found = event[field];
    if (!Array.isArray(wanted)) {
      if (typeof wanted !== 'object' || wanted === null)
        throw new TypeError(`${field}: expected a list or an object`);
      return typeof found === 'object' && found !== null && matchesPattern(wanted as Json, found as Json);
    }
    const values: readonly unknown[] = wanted;
    if (values.some((value) => typeof value === 'object' && value !== null)) {
      throw new TypeError(`${field}: this matcher knows exact values only`);
    }
    return [found].flat().some((value) => values.includes(value));
  });
}
