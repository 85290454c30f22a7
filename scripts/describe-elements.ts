/**
 * `npm run docs`: writes what editors and people read about the elements, from their docblocks: the custom-elements
 * manifest, data for VS Code and JetBrains, the API reference. With `--check` it writes nothing and fails where a file
 * is stale or where the code has something that no docblock names.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { PLAYER_ERRORS } from '@vitrine/player-widget';
import { format, resolveConfig } from 'prettier';
import { readManifest } from './element-docs/manifest.ts';
import { writeReference } from './element-docs/reference.ts';
import { readSources, ROOT } from './element-docs/sources.ts';
import { undocumented } from './element-docs/undocumented.ts';

const PACKAGE = 'packages/player-widget/';
const sources = readSources();
const manifest = readManifest(sources);
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
const errors = Object.entries(PLAYER_ERRORS).map(([code, error]) => ({ code, ...error }));

/** The tools write into what they are given. */
const copy = (): never => structuredClone(manifest) as never;
const { name, version } = JSON.parse(readFileSync(`${ROOT}${PACKAGE}package.json`, 'utf8')) as {
  name: string;
  version: string;
};
const webTypes = { ...(JSON.parse(getWebTypesData(copy(), { hideLogs: true })) as object), name, version };

const files: Readonly<Record<string, string>> = {
  [`${PACKAGE}custom-elements.json`]: JSON.stringify(manifest),
  [`${PACKAGE}web-types.json`]: JSON.stringify(webTypes),
  [`${PACKAGE}vscode.html-custom-data.json`]: getVsCodeHtmlCustomData(copy(), { hideLogs: true }),
  [`${PACKAGE}vscode.css-custom-data.json`]: getVsCodeCssCustomData(copy(), { hideLogs: true }),
  'docs/api.md': writeReference(elements, errors),
};

const problems = [...undocumented(sources, elements)];
const check = process.argv.includes('--check');
for (const [path, text] of Object.entries(files)) {
  const options = await resolveConfig(ROOT + path);
  const formatted = path.endsWith('.md') ? text : await format(text, { ...options, filepath: path });
  const before = existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : undefined;
  if (before === formatted) continue;
  if (check) problems.push(`${path} is stale: npm run docs writes it anew.`);
  else writeFileSync(ROOT + path, formatted);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
