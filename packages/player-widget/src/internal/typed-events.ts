/** An event target whose `addEventListener` knows its events, so that nobody casts. */
export class TypedEvents<EventMap extends { [Type in keyof EventMap]: Event }> {
  readonly #target = new EventTarget();

  addEventListener<Type extends keyof EventMap & string>(
    type: Type,
    listener: (event: EventMap[Type]) => void,
    options?: AddEventListenerOptions,
  ): void {
    this.#target.addEventListener(type, listener as (event: Event) => void, options);
  }

  removeEventListener<Type extends keyof EventMap & string>(
    type: Type,
    listener: (event: EventMap[Type]) => void,
  ): void {
    this.#target.removeEventListener(type, listener as (event: Event) => void);
  }

  protected dispatch(event: Event): void {
    this.#target.dispatchEvent(event);
  }
}
