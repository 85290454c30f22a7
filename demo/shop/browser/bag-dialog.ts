import { formatPrice } from '../price.ts';
import type { Bag, BagLine } from './bag.ts';
import { make, need } from './elements.ts';

function stepper(bag: Bag, line: BagLine): HTMLElement {
  const step = (label: string, sign: string, by: number): HTMLButtonElement => {
    const button = make('button', '', sign);
    button.type = 'button';
    button.ariaLabel = `${label}: ${line.title}`;
    button.addEventListener('click', () => bag.change(line, line.quantity + by));
    return button;
  };
  return make(
    'span',
    'stepper',
    step('One less', '−', -1),
    make('output', '', String(line.quantity)),
    step('One more', '+', 1),
  );
}

function lineItem(bag: Bag, line: BagLine): HTMLLIElement {
  const picture = make('img', '');
  picture.alt = '';
  picture.width = picture.height = 72;
  if (line.image !== undefined) picture.src = line.image;
  const words = make('div', 'words', make('strong', '', line.title));
  if (line.choice !== undefined) words.append(make('small', '', line.choice));
  words.append(stepper(bag, line));
  const sum = formatPrice({ ...line.price, amount: line.price.amount * line.quantity });
  return make('li', '', picture, words, make('span', 'sum', sum));
}

/** Shows the bag and its count wherever the page has a place for them; gives what opens it. */
export function bindBagDialog(root: Document, bag: Bag): () => void {
  const dialog = need(root, '[data-bag]', HTMLDialogElement);
  const list = need(dialog, '[data-bag-lines]', HTMLUListElement);
  const note = need(dialog, '[data-bag-note]', HTMLElement);
  const count = need(root, '[data-bag-count]', HTMLOutputElement);

  const open = (): void => dialog.showModal();

  function draw(): void {
    const empty = bag.lines.length === 0;
    list.replaceChildren(...bag.lines.map((line) => lineItem(bag, line)));
    need(dialog, '[data-bag-empty]', HTMLElement).hidden = !empty;
    need(dialog, '[data-bag-sum]', HTMLElement).hidden = empty;
    need(dialog, '[data-bag-total]', HTMLOutputElement).value = bag.total ? formatPrice(bag.total) : '';
    note.textContent = '';
    count.value = String(bag.count);
    count.toggleAttribute('data-full', !empty);
  }

  bag.subscribe(draw);
  draw();
  need(root, '[data-open-bag]', HTMLButtonElement).addEventListener('click', open);
  need(dialog, '[data-checkout]', HTMLButtonElement).addEventListener('click', () => {
    note.textContent = 'This is where the shop’s checkout would begin.';
  });
  // A click on the backdrop lands on the dialog itself.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  return open;
}
