import { createHash } from 'node:crypto';

/** Modules: what an import map's `integrity` covers. Workers and WebAssembly are fetched otherwise. */
const isModule = (path) => /^(vitrine\.js|chunks\/.*\.js|ivs\/amazon-ivs-player\.js)$/.test(path);

const escape = (text) =>
  text.replace(/[&<>"]/g, (character) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[character]};`);

/**
 * What a page needs to load a release with all its modules vouched for.
 *
 * @param release - `{name, version, files}` of release.json
 * @param base - URL of the folder in which releases lie
 */
export function describeSnippet({ name, version, files }, base) {
  const root = new URL(`${name}/`, base.replace(/\/?$/, '/')).href;
  const integrity = Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => isModule(path))
      .map(([path, hash]) => [root + path, hash]),
  );
  // A script may not end in the middle of itself.
  const importMap = JSON.stringify({ integrity }).replaceAll('<', '\\u003c');
  const hash = createHash('sha256').update(importMap).digest('base64');
  return {
    version,
    script: { src: `${root}vitrine.js`, integrity: files['vitrine.js'] },
    importMap: { integrity },
    importMapText: importMap,
    contentSecurityPolicy: { 'script-src': [`'sha256-${hash}'`, root] },
  };
}

const writeAttributes = (attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join('');

/**
 * The snippet as markup, to be pasted.
 *
 * @param links - what is named in advance, as `linksAhead` gives it
 */
export function writeSnippet(
  { version, script, importMapText, contentSecurityPolicy },
  attributes,
  links = [],
) {
  const [hash] = contentSecurityPolicy['script-src'];
  return `<!-- Vitrine ${version}, in the head, before other module scripts. Under a Content-Security-Policy the import map
     needs ${hash} in script-src. A page that has an import map adds "integrity" to its own. -->
<script type="importmap">${importMapText}</script>
<script type="module" src="${escape(script.src)}" integrity="${script.integrity}" crossorigin="anonymous"></script>
${links.map((link) => `<link${writeAttributes(link)}>\n`).join('')}
<!-- Where the player goes. -->
<vitrine-player${writeAttributes(attributes)}></vitrine-player>
`;
}
