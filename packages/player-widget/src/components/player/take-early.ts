/** What a page set on the element before it was defined lies over the accessors that were to take it: sets it once more. */
export function takeEarly(element: object, prototype: object): void {
  for (const [name, value] of Object.entries(element)) {
    if (name in prototype && Reflect.deleteProperty(element, name)) Reflect.set(element, name, value);
  }
}
