import { html, type Html, type HtmlValue } from '../../html.ts';

interface Document {
  readonly title: string;
  readonly lang?: string;
  /** Of the body. */
  readonly name: string;
  readonly head?: HtmlValue;
  readonly body: HtmlValue;
}

/** A page of the gallery without the shop around it. */
export function document({ title, lang = 'en', name, head, body }: Document): string {
  const dir: Html | string = lang === 'ar' ? 'rtl' : 'ltr';
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        ${head}
        <link rel="stylesheet" href="/assets/states.css" />
      </head>
      <body class="${name}">
        ${body}
      </body>
    </html>`.toString();
}
