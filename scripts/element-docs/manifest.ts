import { readFileSync } from 'node:fs';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { WIDGET, type Sources } from './sources.ts';

export interface Described {
  readonly name: string;
  readonly description?: string;
}

export interface Attribute extends Described {
  readonly fieldName?: string;
  readonly type?: { readonly text: string };
}

export interface CssProperty extends Described {
  readonly default?: string;
}

export interface Member extends Attribute {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'protected' | 'private';
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly attribute?: string;
  readonly default?: string;
  readonly parameters?: readonly Attribute[];
  readonly return?: { readonly type: { readonly text: string } };
}

/** What the custom-elements manifest holds of one element. */
export interface ElementDocs {
  readonly name: string;
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly CssProperty[];
}

export interface Manifest {
  readonly schemaVersion: string;
  readonly modules: readonly {
    readonly kind: 'javascript-module';
    readonly path: string;
    readonly declarations: readonly ElementDocs[];
    readonly exports: readonly object[];
  }[];
}

/** The elements that a page writes: those that an entry registers. All others are inside of them. */
const ENTRY = /^vitrine(-\w+)?\.ts$/;

/** The custom-elements manifest of the published elements, from their docblocks. */
export function readManifest(sources: Sources): Manifest {
  const entries = new Map(
    [...sources].flatMap(([file, text]) =>
      ENTRY.test(file)
        ? [...text.matchAll(/defineOnce\('([\w-]+)'/g)].map(([, tag = '']) => [tag, file] as const)
        : [],
    ),
  );
  const { modules } = create({
    modules: [...sources]
      .filter(([file]) => file.startsWith('components/'))
      .map(([file, text]) => ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)),
    plugins: litPlugin(),
  });
  const docs = modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName = '' }) => entries.has(tagName))
    .map((element) => published(element, sources));
  const { main } = JSON.parse(readFileSync(`${WIDGET}package.json`, 'utf8')) as { main?: string };
  const index = main ?? 'dist/index.js';
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: index,
        declarations: docs,
        exports: docs.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: index } })),
      },
      ...docs.map(({ name, tagName = '' }) => ({
        kind: 'javascript-module' as const,
        path: `dist/${(entries.get(tagName) ?? '').replace(/ts$/, 'js')}`,
        declarations: [],
        exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: index } }],
      })),
    ],
  };
}

/** Of a declaration what concerns a page, with the types and words that the docblock gives. */
function published(element: ElementDocs, sources: Sources): ElementDocs {
  const source = [...sources.values()].find((text) => text.includes(`class ${element.name} `)) ?? '';
  const attributes = (element.attributes ?? []).map((attribute) => {
    const [, type] = new RegExp(`@attr \\{(.+?)\\} ${attribute.name} `).exec(source) ?? [];
    return type ? { ...attribute, type: { text: type } } : attribute;
  });
  const members = (element.members ?? []).filter(isPublic).map((member) => ({
    ...member,
    ...attributes
      .filter(({ name }) => name === member.attribute)
      .map(({ description }) => (description === undefined ? {} : { description }))[0],
  }));
  const cssProperties = (element.cssProperties ?? []).map((property) => withDefault(property, sources));
  return { ...element, attributes, members, cssProperties };
}

/** What the styles take where a page says nothing: `var(--name, this)`. */
function withDefault(property: CssProperty, sources: Sources): CssProperty {
  const wanted = `var(${property.name}, `;
  const text = [...sources.values()].find((source) => source.includes(wanted));
  if (!text) return property;
  const start = text.indexOf(wanted) + wanted.length;
  let [end, open] = [start, 1];
  for (; open > 0; end += 1) open += { '(': 1, ')': -1 }[text[end] ?? ')'] ?? 0;
  return { ...property, default: text.slice(start, end - 1) };
}

/** What the constructor sets on other objects, the analyzer takes for fields of the element. */
function isPublic({ name, privacy, default: value }: Member): boolean {
  if (name.startsWith('#') || (privacy !== undefined && privacy !== 'public')) return false;
  return !(value !== undefined && privacy === undefined);
}
