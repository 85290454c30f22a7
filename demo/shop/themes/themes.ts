/** Looks of the player, each a style sheet that a page could have. */
export const THEMES = {
  light: { title: 'Light', lead: 'Paper and alder green; the main card in the shop’s own serif.' },
  dark: { title: 'Dark', lead: 'Smoked glass on a dark page.' },
  loud: { title: 'Loud', lead: 'Hard edges, hard shadows, and a price that shouts.' },
} as const;

export type Theme = keyof typeof THEMES;

export function isTheme(name: string): name is Theme {
  return Object.hasOwn(THEMES, name);
}
