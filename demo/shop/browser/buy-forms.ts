import type { Product } from '@vitrine/product-cues';
import type { Bag, BagLine } from './bag.ts';
import { make, need } from './elements.ts';

/** The bag's line for a product as the shop sells it, with what was chosen. */
export function lineFor(product: Product, choices: Readonly<Record<string, string>>): BagLine {
  const wanted = Object.entries(choices);
  const variant = product.variants?.find(({ options }) =>
    wanted.every(([name, value]) => options[name] === value),
  );
  const choice = Object.values(choices).join(', ');
  const [image] = product.images;
  return {
    id: product.id,
    title: product.title,
    ...(choice && { choice }),
    ...(variant && { variantId: variant.id }),
    ...(image !== undefined && { image }),
    price: variant?.price ?? product.price,
    quantity: 1,
  };
}

function chosen(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    name.startsWith('option:') && typeof value === 'string' ? [[name.slice(7), value]] : [],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

/** "Add to bag" on the product pages. */
export function bindBuyForms(root: Document, bag: Bag): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-buy]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void buy(form, bag);
    });
  }
}

async function buy(form: HTMLFormElement, bag: Bag): Promise<void> {
  const response = await fetch(`/catalogue/${encodeURIComponent(form.dataset['buy'] ?? '')}`);
  if (!response.ok) return;
  bag.add(lineFor((await response.json()) as Product, chosen(form)));
  const button = need(form, '.button', HTMLButtonElement);
  button.replaceChildren(make('span', 'added', 'In your bag'));
}
