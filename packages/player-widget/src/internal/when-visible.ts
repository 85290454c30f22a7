/** Calls back once, when any part of the element has come into view. */
export function whenVisible(
  element: Element,
  onVisible: () => void,
  { signal }: { signal: AbortSignal },
): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    onVisible();
  });
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
