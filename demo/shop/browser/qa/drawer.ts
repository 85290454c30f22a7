import { need } from '../elements.ts';

const KEY = 'vitrine-qa-open';

/** Opens and shuts the panel; it stays as it was from page to page, and `?qa` opens it. Returns whether it is open. */
export function bindDrawer(panel: HTMLElement): () => boolean {
  const body = need(panel, '[data-qa-body]', HTMLElement);
  const toggles = panel.querySelectorAll<HTMLButtonElement>('[data-qa-toggle]');

  function set(open: boolean): void {
    body.hidden = !open;
    document.documentElement.toggleAttribute('data-qa-open', open);
    for (const toggle of toggles) toggle.ariaExpanded = String(open);
    localStorage.setItem(KEY, String(open));
  }

  set(new URLSearchParams(location.search).has('qa') || localStorage.getItem(KEY) === 'true');
  for (const [index, toggle] of toggles.entries()) {
    toggle.addEventListener('click', () => {
      set(Boolean(body.hidden));
      // The pressed button has just gone: its twin takes the focus, and on a phone the panel lies below the page.
      toggles[1 - index]?.focus();
      if (!body.hidden) body.scrollIntoView({ block: 'nearest' });
    });
  }
  return () => !body.hidden;
}
