/** Line icons of 24 units, in place of the filled ones in video.js's sprite; `f` marks what is filled. */
const LINES: Readonly<Record<string, string>> = {
  play: 'f M8 5.2v13.6a.8.8 0 0 0 1.2.7l10.7-6.8a.8.8 0 0 0 0-1.4L9.2 4.5A.8.8 0 0 0 8 5.2Z',
  pause:
    'f M7 5.5A1 1 0 0 1 8 4.5h1.5a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1Zm6.5 0a1 1 0 0 1 1-1H16a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-1.5a1 1 0 0 1-1-1Z',
  replay: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4.5 4v4.5H9',
  'volume-high': 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  'volume-medium': 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4.5 4.5 0 0 1 0 6',
  'volume-low': 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15 11v2',
  'volume-mute': 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM16 9.5l5 5M21 9.5l-5 5',
  'fullscreen-enter': 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  'fullscreen-exit': 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
  'picture-in-picture-enter': 'M3.5 5h17v14h-17ZM12 12h6v4.5h-6Z',
  'picture-in-picture-exit': 'M3.5 5h17v14h-17ZM6.5 8.5l5 4M11.5 9v3.5H8',
  captions: 'M3.5 5.5h17v13h-17ZM11 10.5a2 2 0 1 0 0 3M17 10.5a2 2 0 1 0 0 3',
  subtitles: 'M3.5 5.5h17v13h-17ZM7 15h5M15 15h2M7 12h2M12 12h5',
  cog: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM9 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
};

/** One of video.js's icons, drawn as ours, for a control of our own. */
export function drawIcon(name: string): SVGSVGElement {
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#vjs-icon-${name}`);
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.ariaHidden = 'true';
  icon.append(use);
  return icon;
}

/** The controls keep asking for video.js's icons by name; what they find there is ours. */
export function drawLineIcons(shell: HTMLElement): void {
  for (const [name, line] of Object.entries(LINES)) {
    const symbol = shell.querySelector(`#vjs-icon-${name}`);
    if (!symbol) continue;
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    const filled = line.startsWith('f ');
    path.setAttribute('d', filled ? line.slice(2) : line);
    path.setAttribute('fill', filled ? 'currentColor' : 'none');
    if (!filled) {
      path.setAttribute('stroke', 'currentColor');
      path.setAttribute('stroke-width', '2');
      path.setAttribute('stroke-linecap', 'round');
      path.setAttribute('stroke-linejoin', 'round');
    }
    symbol.setAttribute('viewBox', '0 0 24 24');
    symbol.replaceChildren(path);
  }
}
