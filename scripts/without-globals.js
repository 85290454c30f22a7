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

/** A rollup plugin that puts them there. */
export const withoutGlobals = {
  name: 'without-globals',
  load(id) {
    const [, code] = INSTEAD.find(([module]) => module.test(id)) ?? [];
    return code ?? null;
  },
};
