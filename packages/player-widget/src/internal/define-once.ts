/**
 * Registers an element unless the page has it already: two copies of the widget must not break each other. On a server
 * there is no page, and nothing is registered.
 */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (globalThis.customElements && !customElements.get(tag)) customElements.define(tag, element);
}
