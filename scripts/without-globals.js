/**
 * Libraries that write a global when they are loaded, and what stands in their place in our bundles: nothing of ours may
 * be left on a shop's page but the elements.
 */
const INSTEAD = [
  // Parses captions for players without text tracks of their own; ours has the <video>'s. It may not be empty:
  // video.js would then fetch the parser from its makers' CDN.
  [/\/videojs-vtt\.js\/lib\/[^/]+\.js$/, 'module.exports = { unused: true };'],
  // The same as the module itself, without its global twin, which the IVS SDK does not use.
  [
    /\/@babel\/runtime\/regenerator\/index\.js$/,
    'module.exports = require("../helpers/regeneratorRuntime")();',
  ],
];

/** What is changed within a file: the file, what is looked for, what it becomes. Each must be found. */
const CHANGES = [
  // Lit counts its copies in globals, and offers itself to polyfills that our browsers do not need.
  [/\/(reactive-element|lit-html|lit-element)\.js$/, /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  [/\/(reactive-element|lit-html|lit-element)\.js$/, /\w+\.\w+PolyfillSupport/, 'void 0'],
  [/\/lit-element\.js$/, /\w+\.litElementHydrateSupport\?\.\(\{[^}]*\}\)/, '0'],
  // Known to decorators alone, of which we have none.
  [
    /\/reactive-element\.js$/,
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap/,
    '0',
  ],
  [/\/reactive-element\.js$/, 'litPropertyMetadata.get(t)', 'void 0'],
  // Our browsers have adopted style sheets, all of them: the other ways are never taken.
  [/\/css-tag\.js$/, /(?<=,e=)\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, '!0'],
  // Advice to whoever writes components, for mistakes that would be found when they are built.
  [/\/css-tag\.js$/, /(?<=Error\()"Value passed to [^"]*"\+t\+"[^"]*"/, ''],
  [/\/css-tag\.js$/, /(?<=Error\()"CSSResult is not constructable[^"]*"/, ''],
  // A server that renders a shop's page may load the entry like any other module: Lit's builds for Node do as much.
  [/\/reactive-element\.js$/, 'extends HTMLElement', 'extends(globalThis.HTMLElement??Object)'],
  [/\/lit-html\.js$/, '=document,', '=globalThis.document??{createTreeWalker(){}},'],
];

/** A rollup plugin that puts them there. */
export const withoutGlobals = {
  name: 'without-globals',
  load(id) {
    const [, code] = INSTEAD.find(([module]) => module.test(id)) ?? [];
    return code ?? null;
  },
  transform(code, id) {
    if (!/\/node_modules\/(@lit\/reactive-element|lit-html|lit-element)\/[^/]+\.js$/.test(id)) return null;
    let changed = code;
    for (const [file, wanted, instead] of CHANGES) {
      if (!file.test(id)) continue;
      const before = changed;
      changed = before.replace(wanted, instead);
      if (changed === before) this.error(`${id} no longer holds ${String(wanted)}`);
    }
    return { code: changed, map: null };
  },
};
