import type { Described, ElementDocs } from './manifest.ts';
import type { Sources } from './sources.ts';

/** What a page can reach of the elements, as the code has it; each with what its docblock tag is. */
interface Found {
  readonly tag: string;
  readonly names: ReadonlySet<string>;
  readonly documented: readonly Described[];
}

/** A sentence for each thing that the code has and no docblock names, or that a docblock names and the code no longer has. */
export function undocumented(sources: Sources, elements: readonly ElementDocs[]): readonly string[] {
  const all = [...sources.values()].map(withoutComments).join('\n');
  const styled = all + [...sources.values()].join('\n').replace(/\/\*\*[^]*?\*\//g, '');
  const gather = (kind: 'events' | 'cssParts' | 'cssProperties' | 'slots' | 'attributes'): Described[] =>
    elements.flatMap((element) => element[kind] ?? []);
  const found: readonly Found[] = [
    { tag: '@fires', names: eventsIn(all), documented: gather('events') },
    { tag: '@csspart', names: partsIn(all), documented: gather('cssParts') },
    {
      tag: '@cssprop',
      names: matches(styled, /var\((--vitrine-[\w-]+)/g),
      documented: gather('cssProperties'),
    },
  ];
  return [
    ...found.flatMap(({ tag, names, documented }) => differences(tag, names, documented)),
    ...elements.flatMap(withoutWords),
  ];
}

function differences(tag: string, names: ReadonlySet<string>, documented: readonly Described[]): string[] {
  const known = new Set(documented.map(({ name }) => name));
  return [
    ...[...names]
      .filter((name) => !known.has(name))
      .map((name) => `${name} is in the code and in no ${tag}.`),
    ...[...known]
      .filter((name) => !names.has(name))
      .map((name) => `${tag} ${name} is no longer in the code.`),
  ];
}

/** Whatever a page can use has a sentence that says what it does. */
function withoutWords(element: ElementDocs): string[] {
  const {
    attributes = [],
    members = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
  } = element;
  return [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties]
    .filter(({ description }) => !description)
    .map(({ name }) => `${element.name}: ${name || 'the default slot'} has no description.`);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function matches(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}

/** Events of the controls among themselves: no page hears them. */
const INSIDE: ReadonlySet<string> = new Set(['vitrine-words-changed']);

/** Names of ours in quotes that are neither elements nor classes: the events. */
function eventsIn(text: string): ReadonlySet<string> {
  const tags = matches(
    text,
    /(?:defineOnce\(|localName === |whenDefined\(|customElements\.get\(|className = )'(vitrine-[\w-]+)'/g,
  );
  const inTemplates = matches(text, /<(vitrine-[\w-]+)/g);
  const quoted = matches(text, /(?<!className = )'(vitrine-[\w-]+)'/g);
  return new Set(
    [...quoted].filter((name) => !INSIDE.has(name) && !tags.has(name) && !inTemplates.has(name)),
  );
}

/** `part="a b"`, `part=${x ? 'a b' : 'a'}`, `setAttribute('part', …)` likewise, and `.part.add('a')`. */
function partsIn(text: string): ReadonlySet<string> {
  const written = [...text.matchAll(/\spart=(?:"([^"]+)"|\$\{([^}]+)\})/g)].flatMap(([, plain, code]) =>
    plain === undefined ? [...(code ?? '').matchAll(/'([^']+)'/g)].map(([, name = '']) => name) : [plain],
  );
  const set = [...text.matchAll(/setAttribute\('part', ([^;]+)\);/g)].flatMap(([, code = '']) =>
    [...code.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
  );
  const added = [...matches(text, /\.part\.add\('([\w-]+)'\)/g)];
  return new Set([...written, ...set, ...added].flatMap((names) => names.split(/\s+/)));
}
