/** Markup that is known to be safe: only `html` makes it, so data that merely looks like it is still escaped. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.toString();
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/**
 * Builds markup; every value that is not itself `html` is escaped for text and for quoted attributes.
 * `false`, `null` and `undefined` leave nothing, arrays are joined.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.map((text, index) => text + render(values[index])).join(''));
}

/** A URL for `href` or `src`: `#` unless it is relative, http or https, so that no `javascript:` gets in with a product. */
export function safeUrl(url: string): string {
  const base = 'http://shop.invalid';
  const { protocol } = URL.canParse(url, base) ? new URL(url, base) : { protocol: '' };
  return protocol === 'http:' || protocol === 'https:' ? url : '#';
}
