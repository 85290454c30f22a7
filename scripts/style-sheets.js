import { readFile } from 'node:fs/promises';

/** Fonts of a style sheet: they do not load in a shadow root, and a strict `font-src` would refuse them. */
const FONT_FACE = /@font-face\s*\{[^}]*\}/g;
const COMMENT = /\/\*[^]*?\*\//g;

const TEMPLATE = /\bcss`([^`]*)`/g;

/** A style sheet without what a shadow root has no use for: fonts, comments, white space. */
function shorten(css) {
  return css
    .replace(COMMENT, '')
    .replace(FONT_FACE, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) /g, '$1')
    .replace(/: /g, ':')
    .trim();
}

/** A module that gives a style sheet file as a constructed style sheet. */
export async function styleSheetModule(file) {
  const css = JSON.stringify(shorten(await readFile(file, 'utf8')));
  return `const sheet = new CSSStyleSheet();\nsheet.replaceSync(${css});\nexport default sheet;`;
}

/**
 * Rollup plugin: `import sheet from 'x.css' with { type: 'css' }` gives a constructed style sheet in every browser, and
 * our components' style sheets and templates lose their white space.
 */
export function styleSheets() {
  return {
    name: 'style-sheets',
    async load(id) {
      return id.endsWith('.css') ? styleSheetModule(id) : null;
    },
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const short = code.replace(TEMPLATE, (_, css) => `css\`${shorten(css)}\``);
      // Indentation means nothing in code, and no more in a template: there it would be kept as text.
      return { code: short.replace(/\n\s+/g, '\n'), map: null };
    },
  };
}
