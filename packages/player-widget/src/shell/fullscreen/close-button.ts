const SVG = 'http://www.w3.org/2000/svg';

/** Leads out of a player that fills the page: there also where the controls have gone, or where there are none. */
export function closeButton(text: string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'leave-page';
  button.title = button.ariaLabel = text;
  const icon = document.createElementNS(SVG, 'svg');
  const lines = document.createElementNS(SVG, 'path');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.ariaHidden = 'true';
  lines.setAttribute('d', 'M6 6l12 12M18 6 6 18');
  icon.append(lines);
  button.append(icon);
  button.addEventListener('click', onPress);
  return button;
}
