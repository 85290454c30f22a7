import { need } from '../elements.ts';

/** "End the live event" asks once more before it does so: there is no way back on air. */
export function bindEnding(form: HTMLElement, end: () => void): void {
  const ask = need(form, '[data-end]', HTMLButtonElement);
  const confirm = need(form, '[data-end-confirm]', HTMLElement);
  const yes = need(form, '[data-end-yes]', HTMLButtonElement);
  const no = need(form, '[data-end-no]', HTMLButtonElement);

  function asking(open: boolean): void {
    confirm.hidden = !open;
    ask.hidden = open;
    (open ? no : ask).focus();
  }

  ask.addEventListener('click', () => asking(true));
  no.addEventListener('click', () => asking(false));
  yes.addEventListener('click', () => {
    asking(false);
    end();
  });
}
