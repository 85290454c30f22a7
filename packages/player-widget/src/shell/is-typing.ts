/** What takes every key for itself. */
const TAKES_ALL =
  'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=menu], [role=textbox], [role=listbox], [role=combobox], dialog, [role=dialog]';
/** What is pressed by these. */
const PRESSED = 'button, a[href], summary, [role=button], [role=radio]';

/** Whether a key belongs to what has the focus in the player, or to the browser: nothing else should come of it. */
export function isTyping(event: KeyboardEvent, host: Element): boolean {
  const { key, isComposing, ctrlKey, altKey, metaKey, shiftKey } = event;
  // Of an input method: its letters are not what the keys say.
  if (isComposing || key === 'Process' || key === 'Dead') return true;
  if (ctrlKey || altKey || metaKey || (shiftKey && key !== '<' && key !== '>')) return true;
  const path = event.composedPath().filter((one) => one instanceof Element);
  // What lies around the player has no say.
  const within = path.slice(
    0,
    path.findIndex((one) => one === host),
  );
  const holds = (selector: string): boolean => within.some((one) => one.matches(selector));
  if (holds(TAKES_ALL)) return true;
  if (key === ' ' || key === 'Enter') return holds(PRESSED);
  return key.startsWith('Arrow') && holds('[role=slider], [role=radio], [role=radiogroup]');
}
