/** What has moved of the page, or of the player as a whole; what makes way within it is another matter. Runs before any script. */
export function countShifts(): void {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sources = (Reflect.get(entry, 'sources') ?? []) as {
        node?: Element;
        previousRect: DOMRect;
        currentRect: DOMRect;
      }[];
      const player = document.querySelector('vitrine-player')?.clientWidth ?? 0;
      // Within a shadow root nothing has a name here.
      for (const { node, previousRect, currentRect } of sources.filter(
        (source) => source.node || source.currentRect.width >= player,
      ))
        window.shifts?.push(JSON.stringify([node?.outerHTML.slice(0, 80), previousRect, currentRect]));
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

declare global {
  interface Window {
    shifts?: string[];
  }
}
