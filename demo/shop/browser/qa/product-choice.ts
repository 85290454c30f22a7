import { need } from '../elements.ts';

/** The products ticked in the form, in the order of ticking: the first one is the main product. */
export function bindProductChoice(form: HTMLFormElement): { take(): readonly string[] } {
  const chosen = new Set<string>();

  function number(): void {
    const order = [...chosen];
    for (const label of form.querySelectorAll('.qa-product')) {
      const { value } = need(label, 'input', HTMLInputElement);
      const place = order.indexOf(value) + 1;
      need(label, 'output', HTMLOutputElement).value = place > 0 ? String(place) : '';
    }
  }

  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'show') return;
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
    number();
  });
  return { take: () => [...chosen] };
}
