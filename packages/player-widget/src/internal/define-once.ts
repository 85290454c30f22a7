/**
 * Registers an element unless the page has it already: two copies of the widget must not break each other, and which of them
 * is at work is told to whoever looks. On a server there is no page, and nothing is registered.
 */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  const { customElements } = globalThis;
  const known = customElements?.get(tag);
  if (!known) customElements?.define(tag, element);
  // eslint-disable-next-line no-console -- A page's developer looks there, and there is no element yet to tell it.
  else if (known !== element) console.info(`<${tag}>: another copy of Vitrine came first.`);
}
