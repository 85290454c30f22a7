/** The codes of what the player has told since the page began. */
export function hearErrors(player: HTMLElement): ReadonlySet<string> {
  const codes = new Set<string>();
  player.addEventListener('vitrine-error', (event) => {
    codes.add((event as CustomEvent<{ readonly code: string }>).detail.code);
  });
  return codes;
}
