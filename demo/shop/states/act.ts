/**
 * What a viewer does, one after the other, until the state is there. Elements are named by CSS selectors and looked for through
 * shadow roots, visible ones only.
 */
export type Act =
  | readonly ['play']
  | readonly ['pause']
  /** Seconds on the player's timeline, from where one is. */
  | readonly ['seek-by', number]
  /** Waits until so many seconds have been played. */
  | readonly ['play-until', number]
  /** Waits until it can be seen, or no longer. */
  | readonly ['see', string]
  | readonly ['see-no', string]
  | readonly ['press', string]
  | readonly ['focus', string]
  /** The page's address gets this fragment. */
  | readonly ['link', string]
  /** Waits for this `vitrine-error`. */
  | readonly ['hear-error', string]
  /** From now on the service answers with another phase of the state; 0 is the first. */
  | readonly ['phase', number]
  /** The encoder of the state's own channel goes off air. */
  | readonly ['cut'];
