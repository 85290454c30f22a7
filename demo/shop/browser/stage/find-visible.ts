function* deepElements(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deepElements(element.shadowRoot);
  }
}

/** Whether each part of a selector like "card .name" is matched by an element that lies in the one before, through shadow roots. */
function matches(element: Element, parts: readonly string[]): boolean {
  const own = parts.at(-1);
  if (own === undefined) return true;
  if (!element.matches(own)) return false;
  const rest = parts.slice(0, -1);
  if (rest.length === 0) return true;
  for (let outer = parentOf(element); outer; outer = parentOf(outer)) if (matches(outer, rest)) return true;
  return false;
}

function parentOf(element: Element): Element | undefined {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The first of the player's elements that one can see, by a CSS selector whose descendants may lie in shadow roots. */
export function findVisible({ shadowRoot }: Element, selector: string): HTMLElement | undefined {
  const parts = selector.split(' ');
  for (const element of shadowRoot ? deepElements(shadowRoot) : []) {
    if (!(element instanceof HTMLElement) || !matches(element, parts)) continue;
    if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return element;
  }
  return undefined;
}
