/** Registers an element unless the page has it already: two copies of the widget must not break each other. */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
