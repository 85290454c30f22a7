/** A value for a jsonb column: text, which both drivers hand on as it is (`pg` would make a PostgreSQL array of an array). */
export function jsonb(value: object): string {
  return JSON.stringify(value);
}
