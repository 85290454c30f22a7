import { make, need } from '../elements.ts';

/** Every event of the element; DOM events cannot be heard by a pattern. */
const NAMES = [
  'vitrine-ready',
  'vitrine-error',
  'vitrine-stream-ended',
  'vitrine-products-changed',
  'vitrine-product-impression',
  'vitrine-cart-changed',
  'vitrine-product-open',
  'vitrine-add-to-cart',
  'vitrine-checkout',
] as const;

const KEPT = 300;

const isProduct = (value: unknown): value is { id: string; sku: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'sku' in value;

/** One line: whole products are named by their id, times get three decimals. */
function summary(detail: unknown): string {
  return (
    JSON.stringify(detail, (_, value: unknown) => {
      if (isProduct(value)) return value.id;
      return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
    }) ?? ''
  );
}

function entry(event: Event): HTMLLIElement {
  const time = new Date().toISOString().slice(11, 23);
  const name = event.type.replace(/^vitrine-/, '');
  const item = make('li', '', make('time', '', time), make('b', '', name));
  if (event.cancelable) item.append(make('i', '', 'request'));
  if (event instanceof CustomEvent) item.append(make('code', '', summary(event.detail)));
  item.dataset['event'] = event.type;
  return item;
}

/** Writes down each event as it happens, the newest on top; also while the panel is shut. */
export function bindEventLog(panel: HTMLElement, player: HTMLElement): void {
  const log = need(panel, '[data-log]', HTMLOListElement);
  for (const name of NAMES) {
    player.addEventListener(name, (event) => {
      log.prepend(entry(event));
      while (log.childElementCount > KEPT) log.lastElementChild?.remove();
    });
  }
  need(panel, '[data-log-clear]', HTMLButtonElement).addEventListener('click', () => log.replaceChildren());
}
