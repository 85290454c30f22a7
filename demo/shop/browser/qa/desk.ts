import { make, need } from '../elements.ts';
import { watchStudio, type Studio } from '../watch-events.ts';
import { bindEnding } from './ending.ts';
import { bindProductChoice } from './product-choice.ts';
import { tellServer } from './tell-server.ts';

/** The host's desk of the panel: it speaks to the demo's own server, which holds the key. */
export function bindDesk(panel: HTMLElement): void {
  const form = need(panel, 'form[data-desk]', HTMLFormElement);
  const controls = need(form, '[data-desk-controls]', HTMLFieldSetElement);
  const answer = need(form, '[data-desk-answer]', HTMLElement);
  const title = need(panel, '[data-desk-event]', HTMLElement);
  const host = need(form, 'input[name=host]', HTMLInputElement);
  const choice = bindProductChoice(form);
  let onAir: string | undefined;
  let ended: string | undefined;

  function show({ events, host: mode }: Studio): void {
    const live = events.find(({ status }) => status === 'live');
    onAir = live?.id;
    controls.disabled = !live;
    title.textContent = live ? `On air: ${live.title}` : 'Nothing on air';
    const published = events.find(({ id, status }) => id === ended && status === 'archived');
    if (published) {
      const link = make('a', '', 'Watch the replay');
      link.href = `/?qa&event=${encodeURIComponent(published.slug)}`;
      answer.replaceChildren('Published. ', link);
      ended = undefined;
    }
    host.checked = mode === 'on';
    host.disabled = mode === 'none';
  }

  const look = watchStudio(show);

  async function tell(path: string, body: object, done: (result: unknown) => string): Promise<void> {
    answer.textContent = 'Sending …';
    answer.textContent = await tellServer(path, body, done);
    look();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const clear = event.submitter instanceof HTMLButtonElement && event.submitter.value === 'clear';
    const chosen = clear ? [] : choice.take();
    void tell(
      'highlight',
      { event: onAir, show: chosen },
      (result) => `Highlight: ${JSON.stringify(result)}`,
    );
  });
  host.addEventListener('change', () => {
    const on = host.checked;
    void tell('host', { on }, () => (on ? 'The host follows the clip.' : 'The host is silent.'));
  });
  bindEnding(form, () => {
    ended = onAir;
    void tell('end-event', { event: onAir }, () => 'Off air. The recording is being published.');
  });
}
