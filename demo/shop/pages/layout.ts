import { html, type Html, type HtmlValue } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { bagDialog } from './bag-dialog.ts';
import { siteFooter } from './site-footer.ts';
import { siteHeader } from './site-header.ts';

interface Page {
  readonly title: string;
  readonly description?: string;
  readonly main: Html;
  readonly head?: HtmlValue;
  /** After the footer: what lies beside or over the page. */
  readonly aside?: HtmlValue;
}

/** The document around every page. Nothing is inline: no script, no style, so that the policy can stay strict. */
export function layout({ title, description, main, head, aside }: Page, context: PageContext): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>${title} · Maison Alder</title>
        ${description && html`<meta name="description" content="${description}" />`}
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link
          rel="preload"
          href="/assets/fonts/instrument-sans-latin-wght-normal.woff2"
          as="font"
          type="font/woff2"
          crossorigin
        />
        <link
          rel="preload"
          href="/assets/fonts/instrument-serif-latin-400-normal.woff2"
          as="font"
          type="font/woff2"
          crossorigin
        />
        <link rel="stylesheet" href="/assets/shop.css" />
        ${head}
        <script type="module" src="/assets/shop.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        ${siteHeader(context)}
        <main id="main">${main}</main>
        ${siteFooter()} ${bagDialog()} ${aside}
      </body>
    </html>`.toString();
}
