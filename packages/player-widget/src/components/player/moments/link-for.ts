import { readLinkFragment, type LinkFragment } from '../../../internal/link-fragment.ts';

/** The fragments that players have followed already: a link leads once, not to each thing that is played after it. */
const followed = new WeakMap<Element, string>();

/** What the page's address asks of this player and has not been done yet. */
export function linkFor(host: Element): LinkFragment | undefined {
  const { hash } = location;
  if (followed.get(host) === hash) return undefined;
  followed.set(host, hash);
  const link = readLinkFragment(hash);
  return isMeant(host, link) ? link : undefined;
}

/** Where a product is shown has to be looked up. */
export const asksForProduct = (): boolean => /[#&]product=/.test(location.hash);

/**
 * Of several players on a page: the one that `id` names, by its own id or its event's; else a product is for each that
 * shows it, and a time is for the first.
 */
function isMeant(host: Element, { id, product, time, problems }: LinkFragment): boolean {
  if (id !== undefined && (product !== undefined || time || problems.length > 0))
    return host.id === id || host.getAttribute('event-id') === id;
  return (product !== undefined && !time) || isFirst(host);
}

/** Players in other shadow roots than the page's own come after all that are not. */
export function isFirst(host: Element): boolean {
  const root = host.getRootNode() as Document | ShadowRoot;
  return (document.querySelector(host.localName) ?? root.querySelector(host.localName)) === host;
}
