/** A change of one of these is another thing to play. */
export const SOURCE_PROPERTIES: ReadonlySet<PropertyKey> = new Set([
  'service',
  'eventId',
  'cdn',
  'src',
  'streamType',
  'timeline',
  'catalogue',
]);
