import { html, nothing, type TemplateResult } from 'lit';

/** How many there are, at the corner of a button; nothing where there is none. */
export function badge(count: number): TemplateResult | typeof nothing {
  return count > 0 ? html`<span class="count">${count > 99 ? '99+' : count}</span>` : nothing;
}
